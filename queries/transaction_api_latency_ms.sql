-- help: Time from API request to response for earn and redeem transactions; the value is the 95th percentile.
-- unit: ms
-- target: "< 1000"
-- source: backend
-- labels: [type]
SELECT
  type,
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY latency_ms) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY latency_ms) AS p95,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY latency_ms) AS p99,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY latency_ms) AS value
FROM api_requests
WHERE endpoint IN ('/api/cashier/earn', '/api/cashier/redeem') AND timestamp >= :since AND timestamp < :until
GROUP BY type
