-- help: Time for a call of 1C's getCurrentTransactionAmount; the value is the 95th percentile.
-- unit: ms
-- target: "< 3000"
-- source: backend
-- labels: [store_id]
-- instances: stores
SELECT
  store_id,
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY duration_ms) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY duration_ms) AS p99,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY duration_ms) AS value
FROM onec_api_calls
WHERE timestamp >= :since AND timestamp < :until
GROUP BY store_id
