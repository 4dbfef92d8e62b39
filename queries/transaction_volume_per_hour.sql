-- help: Cashier transactions begun, successful or not, by store; over another window than one hour, the count in it.
-- unit: count
-- source: backend
-- labels: [store_id]
-- A store that is open and sold nothing stands here with 0: no sale is a number, and the one to worry about.
WITH
stores AS (
  SELECT value ->> 'store_id' AS store_id FROM json_each(:stores) WHERE value ->> 'open'
),
sold AS (
  SELECT
    CAST(store_id AS TEXT) AS store_id,
    COUNT(*) AS value,
    COUNT(*) FILTER (WHERE type = 'earn') AS earned,
    COUNT(*) FILTER (WHERE type = 'redeem') AS redeemed
  FROM cashier_transactions
  WHERE created_at >= :since AND created_at < :until
  GROUP BY store_id
)
SELECT store_id, COALESCE(earned, 0) AS earned, COALESCE(redeemed, 0) AS redeemed, COALESCE(value, 0) AS value
FROM sold FULL JOIN stores USING (store_id)
