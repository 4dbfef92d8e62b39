-- help: Health checks that failed in a row, up to now.
-- unit: count
-- target: "< 6"
-- labels: [target, kind]
-- The window only bounds how far back a row of failures is followed. A target that was probed on the day before and
-- not in the window is no data, which ends no alert.
WITH
targets AS (
  SELECT DISTINCT target, kind FROM health_checks
  WHERE timestamp >= datetime(:since, '-1 day') AND timestamp < :until
),
checks AS (
  SELECT target, kind, ok, timestamp, MAX(timestamp) FILTER (WHERE ok) OVER (PARTITION BY target, kind) AS last_good
  FROM health_checks
  WHERE timestamp >= :since AND timestamp < :until
)
SELECT
  target,
  kind,
  COUNT(timestamp) AS total,
  CASE WHEN COUNT(timestamp) > 0 THEN
    COUNT(*) FILTER (WHERE NOT ok AND (last_good IS NULL OR timestamp > last_good))
  END AS value
FROM targets LEFT JOIN checks USING (target, kind)
GROUP BY target, kind
