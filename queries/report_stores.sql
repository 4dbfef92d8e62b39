-- help: Each store's transactions, success rate and average latency; the value is the success rate.
-- unit: percent
-- target: ">= 99"
-- source: backend
-- labels: [store_id]
-- window: 24h
-- params: { store: "" }
-- Every store of the inventory has a row: one that sold nothing is the one to see.
WITH
stores AS (
  SELECT value ->> 'store_id' AS store_id FROM json_each(:stores)
),
sold AS (
  SELECT
    CAST(store_id AS TEXT) AS store_id,
    COUNT(*) AS total,
    100.0 * COUNT(*) FILTER (WHERE status = 'success') / COUNT(*) AS value
  FROM cashier_transactions
  WHERE created_at >= :since AND created_at < :until
  GROUP BY store_id
),
answered AS (
  SELECT CAST(store_id AS TEXT) AS store_id, AVG(latency_ms) AS latency
  FROM api_requests
  WHERE endpoint IN ('/api/cashier/earn', '/api/cashier/redeem') AND timestamp >= :since AND timestamp < :until
  GROUP BY store_id
)
SELECT store_id, COALESCE(total, 0) AS total, value, latency
FROM sold FULL JOIN stores USING (store_id) LEFT JOIN answered USING (store_id)
WHERE :store = '' OR store_id = :store
ORDER BY 2 DESC, store_id
