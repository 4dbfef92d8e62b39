-- help: Share of health checks that were answered rightly within one second.
-- unit: percent
-- target: ">= 99.9"
-- labels: [target]
-- A check that got the wrong answer is down however fast it came; so is a right one that took a second or longer.
SELECT
  target,
  COUNT(*) AS total,
  100.0 * COUNT(*) FILTER (WHERE ok AND response_time_ms < 1000) / COUNT(*) AS value
FROM health_checks
WHERE kind = 'http' AND timestamp >= :since AND timestamp < :until
GROUP BY target
