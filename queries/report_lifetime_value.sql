-- help: What a customer bought on average, over all purchases of the window.
-- unit: money
-- source: backend
-- window: 3650d
-- params: { store: "" }
SELECT
  COUNT(DISTINCT customer_id) AS customers,
  1.0 * SUM(purchase_amount) / COUNT(DISTINCT customer_id) AS value
FROM cashier_transactions
WHERE created_at >= :since AND created_at < :until
  AND status = 'success' AND customer_id IS NOT NULL AND (:store = '' OR CAST(store_id AS TEXT) = :store)
