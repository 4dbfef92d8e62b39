-- help: Health checks that failed in a row, up to now.
-- unit: count
-- target: "< 6"
-- labels: [target]
-- The window only bounds how far back a row of failures is followed.
WITH checks AS (
  SELECT
    target, ok, timestamp,
    MAX(timestamp) FILTER (WHERE ok) OVER (PARTITION BY target) AS last_good
  FROM health_checks
  WHERE timestamp >= :since AND timestamp < :until
)
SELECT
  target,
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE NOT ok AND (last_good IS NULL OR timestamp > last_good)) AS value
FROM checks
GROUP BY target
