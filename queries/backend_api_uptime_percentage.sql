-- help: Share of health checks that were answered rightly within one second.
-- unit: percent
-- target: ">= 99.9"
-- labels: [target]
-- A check that got the wrong answer is down however fast it came; so is a right one that took a second or longer.
-- A target that was probed on the day before and not in the window is no data, which ends no alert.
WITH targets AS (
  SELECT DISTINCT target FROM health_checks
  WHERE kind = 'http' AND timestamp >= datetime(:since, '-1 day') AND timestamp < :until
)
SELECT
  targets.target,
  COUNT(id) AS total,
  100.0 * COUNT(*) FILTER (WHERE ok AND response_time_ms < 1000) / NULLIF(COUNT(id), 0) AS value
FROM targets
LEFT JOIN health_checks AS checks
  ON checks.target = targets.target AND kind = 'http' AND timestamp >= :since AND timestamp < :until
GROUP BY targets.target
