-- help: Discounts given as a share of the purchase amounts, before discount, of successful loyalty transactions.
-- unit: percent
-- source: backend
-- window: 7d
-- params: { store: "" }
SELECT
  TOTAL(discount_amount) AS discounts,
  TOTAL(purchase_amount) AS sales,
  100.0 * SUM(discount_amount) / SUM(purchase_amount) AS value
FROM cashier_transactions
WHERE status = 'success' AND customer_id IS NOT NULL AND created_at >= :since AND created_at < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
