-- help: Time for database operations; the value is the 95th percentile.
-- unit: ms
-- target: "< 100"
-- source: backend
-- window: 24h
-- params: { store: "" }
SELECT
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY duration_ms) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY duration_ms) AS value,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY duration_ms) AS p99
FROM database_queries
WHERE timestamp >= :since AND timestamp < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
