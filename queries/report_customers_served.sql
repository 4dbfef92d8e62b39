-- help: Customers of successful transactions, their points and discounts; the value is the number of customers.
-- unit: count
-- source: backend
-- window: 24h
-- params: { store: "" }
SELECT
  COUNT(DISTINCT customer_id) AS value,
  TOTAL(points_amount) FILTER (WHERE type = 'earn') AS points_earned,
  TOTAL(points_amount) FILTER (WHERE type = 'redeem') AS points_redeemed,
  AVG(discount_amount) FILTER (WHERE type = 'redeem') AS average_discount
FROM cashier_transactions
WHERE status = 'success' AND created_at >= :since AND created_at < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
