-- help: Customers who come, stay away and come back; the value is the churn rate.
-- unit: percent
-- source: backend
-- window: 7d
-- instants: { active_since: 30d }
-- instants_of_since: { was_active_since: 30d }
-- params: { store: "" }
-- Active at an instant is who bought in the 30 days before it. New bought for the first time; reactivated had bought,
-- but not in the 30 days before the window; lapsed was active when it began and is not when it ends. So
-- active = active_before + new + reactivated - lapsed, and churn is lapsed as a share of active_before. Served bought
-- in the window; registered joined in it, with or without a purchase.
WITH
purchases AS (
  SELECT customer_id, created_at
  FROM cashier_transactions
  WHERE created_at >= :was_active_since AND created_at < :until
    AND status = 'success' AND customer_id IS NOT NULL AND (:store = '' OR CAST(store_id AS TEXT) = :store)
),
buyers AS (
  SELECT
    customer_id,
    MAX(created_at >= :active_since) AS is_active,
    MAX(created_at < :since) AS was_active,
    MAX(created_at >= :since) AS is_served
  FROM purchases
  GROUP BY customer_id
),
known AS (
  SELECT customer_id
  FROM buyers
  WHERE is_active AND NOT was_active AND EXISTS (
    SELECT 1 FROM cashier_transactions AS earlier
    WHERE earlier.customer_id = buyers.customer_id AND created_at < :was_active_since
      AND status = 'success' AND (:store = '' OR CAST(store_id AS TEXT) = :store)
  )
)
SELECT
  COUNT(*) FILTER (WHERE was_active) AS active_before,
  COUNT(*) FILTER (WHERE is_active AND NOT was_active) - (SELECT COUNT(*) FROM known) AS new,
  (SELECT COUNT(*) FROM known) AS reactivated,
  COUNT(*) FILTER (WHERE was_active AND NOT is_active) AS lapsed,
  COUNT(*) FILTER (WHERE is_active) AS active,
  COUNT(*) FILTER (WHERE is_served) AS served,
  (
    SELECT COUNT(*) FROM customers
    WHERE created_at >= :since AND created_at < :until
      AND (:store = '' OR id IN (SELECT customer_id FROM purchases))
  ) AS registered,
  100.0 * COUNT(*) FILTER (WHERE was_active AND NOT is_active) / COUNT(*) FILTER (WHERE was_active) AS value
FROM buyers
