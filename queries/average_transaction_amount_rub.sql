-- help: Average purchase amount of successful transactions.
-- unit: rub
-- source: backend
-- labels: [store_id]
-- window: 24h
SELECT
  store_id,
  COUNT(*) AS total,
  AVG(points_amount) AS average_points,
  AVG(discount_amount) AS average_discount,
  AVG(purchase_amount) AS value
FROM cashier_transactions
WHERE status = 'success' AND created_at >= :since AND created_at < :until
GROUP BY store_id
