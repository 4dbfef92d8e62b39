-- help: Customers who buy, come and go; the value is the churn rate.
-- unit: percent
-- source: backend
-- window: 7d
-- instants: { active_since: 30d, week_ago: 7d, week_ago_active_since: 37d }
-- params: { store: "" }
-- At :until: active is who bought in the 30 days before it; new is who registered in the window; churned is who was
-- active a week before and is not now.
WITH
purchases AS (
  SELECT customer_id, created_at
  FROM cashier_transactions
  WHERE created_at >= :week_ago_active_since AND created_at < :until
    AND status = 'success' AND customer_id IS NOT NULL AND (:store = '' OR CAST(store_id AS TEXT) = :store)
),
buyers AS (
  SELECT
    MAX(created_at >= :active_since) AS is_active,
    MAX(created_at < :week_ago) AS was_active
  FROM purchases
  GROUP BY customer_id
)
SELECT
  COUNT(*) FILTER (WHERE is_active) AS active,
  (
    SELECT COUNT(*) FROM customers
    WHERE created_at >= :since AND created_at < :until
      AND (:store = '' OR id IN (SELECT customer_id FROM purchases))
  ) AS new,
  COUNT(*) FILTER (WHERE was_active AND NOT is_active) AS churned,
  COUNT(*) FILTER (WHERE was_active) AS active_before,
  100.0 * COUNT(*) FILTER (WHERE was_active AND NOT is_active) / COUNT(*) FILTER (WHERE was_active) AS value
FROM buyers
