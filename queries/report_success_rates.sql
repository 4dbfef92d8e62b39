-- help: Share of earn and of redeem transactions that completed successfully, of all stores or of one; the value is of both.
-- unit: percent
-- target: ">= 99"
-- source: backend
-- params: { store: "" }
SELECT
  COUNT(*) AS total,
  100.0 * COUNT(*) FILTER (WHERE type = 'earn' AND status = 'success') / COUNT(*) FILTER (WHERE type = 'earn') AS earn,
  100.0 * COUNT(*) FILTER (WHERE type = 'redeem' AND status = 'success')
    / COUNT(*) FILTER (WHERE type = 'redeem') AS redeem,
  100.0 * COUNT(*) FILTER (WHERE status = 'success') / COUNT(*) AS value
FROM cashier_transactions
WHERE created_at >= :since AND created_at < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
