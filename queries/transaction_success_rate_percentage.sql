-- help: Share of cashier transactions that completed successfully.
-- unit: percent
-- target: ">= 99"
-- source: backend
-- labels: [store_id]
-- instances: stores
SELECT
  store_id,
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE status = 'success') AS successful,
  100.0 * COUNT(*) FILTER (WHERE status = 'success') / COUNT(*) AS value
FROM cashier_transactions
WHERE created_at >= :since AND created_at < :until
GROUP BY store_id
