-- help: Cashier transactions of all stores or of one; the value is the share that completed successfully.
-- unit: percent
-- target: ">= 99"
-- source: backend
-- window: 24h
-- params: { store: "" }
SELECT
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE type = 'earn') AS earned,
  COUNT(*) FILTER (WHERE type = 'redeem') AS redeemed,
  100.0 * COUNT(*) FILTER (WHERE type = 'earn') / COUNT(*) AS earned_share,
  100.0 * COUNT(*) FILTER (WHERE type = 'redeem') / COUNT(*) AS redeemed_share,
  COUNT(*) FILTER (WHERE status = 'success') AS successful,
  100.0 * COUNT(*) FILTER (WHERE status = 'success') / COUNT(*) AS value
FROM cashier_transactions
WHERE created_at >= :since AND created_at < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
