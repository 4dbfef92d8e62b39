-- help: How many times faster than its objective allows each HTTP target spends its error budget; the value is of an hour.
-- unit: ratio
-- labels: [target]
-- window: 3d
-- params: { objective: 99.9 }
-- instants: { day_ago: 1d, six_hours_ago: 6h, two_hours_ago: 2h, hour_ago: 1h, half_an_hour_ago: 30m, minutes_ago: 5m }
-- A burn rate is the share of failed checks over the share that may fail: at 1 the budget lasts just as long as the
-- objective's period. A window without checks is NULL. See docs/reports.md.
SELECT
  target,
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE timestamp >= :hour_ago) AS total_1h,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :minutes_ago), 6) AS burn_5m,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :half_an_hour_ago), 6) AS burn_30m,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :two_hours_ago), 6) AS burn_2h,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :six_hours_ago), 6) AS burn_6h,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :day_ago), 6) AS burn_1d,
  ROUND(AVG(rate), 6) AS burn_3d,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :hour_ago), 6) AS burn_1h,
  ROUND(AVG(rate) FILTER (WHERE timestamp >= :hour_ago), 6) AS value
FROM (
  SELECT target, timestamp, IIF(ok AND response_time_ms < 1000, 0, 100.0) / (100.0 - :objective) AS rate
  FROM health_checks
  WHERE kind = 'http' AND timestamp >= :since AND timestamp < :until AND received_at <= :now
)
GROUP BY target
