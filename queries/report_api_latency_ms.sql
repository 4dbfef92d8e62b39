-- help: Time from API request to response for earn and redeem transactions; the value is the 95th percentile.
-- unit: ms
-- target: "< 1000"
-- source: backend
-- window: 24h
-- params: { store: "" }
SELECT
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY latency_ms) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY latency_ms) AS value,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY latency_ms) AS p99
FROM api_requests
WHERE endpoint IN ('/api/cashier/earn', '/api/cashier/redeem')
  AND timestamp >= :since AND timestamp < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
