-- help: The newest rows of the backend in the window; the value is how long a store has been open since.
-- unit: seconds
-- target: "< 3600"
-- source: backend
-- labels: [data]
-- window: 24h
-- params: { store: "" }
-- Rows that nobody could have written, because every store was closed, are not missed. Of what has no row in the window
-- the value is NULL. Timestamps of every format become seconds since 1970.
WITH
newest (data, at) AS (
  SELECT 'transactions', (
    SELECT MAX(created_at) FROM cashier_transactions
    WHERE created_at >= :since AND created_at < :until AND (:store = '' OR CAST(store_id AS TEXT) = :store)
  )
  UNION ALL
  SELECT 'API requests', (
    SELECT MAX(timestamp) FROM api_requests
    WHERE timestamp >= :since AND timestamp < :until AND (:store = '' OR CAST(store_id AS TEXT) = :store)
  )
),
known AS (
  SELECT data, CASE
    WHEN typeof(:until) = 'text' THEN unixepoch(at, 'subsec')
    WHEN :until > 100000000000 THEN at / 1000.0
    ELSE at
  END AS at
  FROM newest
),
open AS (
  SELECT value ->> 'store_id' AS store_id, value ->> 'since' AS since, value ->> 'until' AS until
  FROM json_each(:opening)
  WHERE :store = '' OR value ->> 'store_id' = :store
)
SELECT
  data,
  strftime('%Y-%m-%d %H:%M:%f', at, 'unixepoch') AS newest,
  (SELECT MAX(seconds) FROM (
    SELECT SUM(MAX(0, until - MAX(since, at))) AS seconds FROM open GROUP BY store_id
  )) AS value
FROM known
