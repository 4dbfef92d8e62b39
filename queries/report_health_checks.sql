-- help: Each health check of one target; the value is 1 where it was answered rightly within one second, else 0.
-- unit: up
-- window: 24h
-- params: { target: "" }
-- Nothing that was received later than :now is looked at, so that a report of an old day comes out the same again.
SELECT timestamp AS at, CAST(ok AND response_time_ms < 1000 AS INTEGER) AS value
FROM health_checks
WHERE target = :target AND timestamp >= :since AND timestamp < :until AND received_at <= :now
ORDER BY timestamp
