-- help: Each health check of one target; the value is 1 where it was answered rightly within one second, else 0.
-- unit: up
-- window: 24h
-- params: { target: "" }
SELECT timestamp AS at, CAST(ok AND response_time_ms < 1000 AS INTEGER) AS value
FROM health_checks
WHERE target = :target AND timestamp >= :since AND timestamp < :until
ORDER BY timestamp
