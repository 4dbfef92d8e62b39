-- help: Time for database operations; the value is the 95th percentile.
-- unit: ms
-- target: "< 100"
-- source: backend
-- labels: [operation]
SELECT
  operation,
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY duration_ms) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY duration_ms) AS p99,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY duration_ms) AS value
FROM database_queries
WHERE timestamp >= :since AND timestamp < :until
GROUP BY operation
