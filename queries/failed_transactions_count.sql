-- help: Failed transactions, the customers who met one and did not succeed later in the window, and what they meant to buy.
-- unit: count
-- source: backend
-- labels: [store_id]
-- window: 1h
-- A person who met failures in two stores is a customer of each and one of all: the columns *_of_all are the same in each row.
WITH sales AS (
  SELECT store_id, customer_id, status, purchase_amount, created_at
  FROM cashier_transactions
  WHERE created_at >= :since AND created_at < :until
), failed AS (
  SELECT *, EXISTS (
    SELECT 1 FROM sales AS later
    WHERE later.customer_id = sales.customer_id AND later.status = 'success' AND later.created_at >= sales.created_at
  ) AS succeeded_later
  FROM sales
  WHERE status = 'failed'
)
SELECT
  store_id,
  COUNT(DISTINCT customer_id) AS customers,
  COUNT(DISTINCT customer_id) FILTER (WHERE NOT succeeded_later) AS customers_lost,
  (SELECT COUNT(DISTINCT customer_id) FROM failed) AS customers_of_all,
  (SELECT COUNT(DISTINCT customer_id) FROM failed WHERE NOT succeeded_later) AS customers_lost_of_all,
  COALESCE(SUM(purchase_amount) FILTER (WHERE NOT succeeded_later), 0.0) AS amount_lost,
  COUNT(*) AS value
FROM failed
GROUP BY store_id
