-- help: Deployments that were noted, and versions that the stores' apps changed to; the value is the number of stores.
-- unit: count
-- labels: [what, store_id]
-- window: 24h
-- params: { store: "" }
-- instants_of_since: { earlier: 30d }
-- A version changed where the store's heartbeat before named another, be it as long ago as heartbeats are kept; the store
-- is named where it was only one. Stores are stepped through by the index, for nearly all heartbeats are none of the
-- window's. Nothing later than :now is looked at, so that a report of an old day comes out the same again.
WITH RECURSIVE
stores (store_id) AS (
  SELECT MIN(store_id) FROM heartbeats
  UNION ALL
  SELECT (SELECT MIN(store_id) FROM heartbeats WHERE heartbeats.store_id > stores.store_id)
  FROM stores WHERE store_id IS NOT NULL
),
beats AS (
  SELECT id, store_id, received_at, app_version
  FROM stores JOIN heartbeats USING (store_id)
  WHERE received_at >= :since AND received_at < :until AND received_at <= :now AND app_version <> ''
  UNION ALL
  SELECT id, heartbeats.store_id, received_at, app_version
  FROM stores JOIN heartbeats ON id = (
    SELECT id FROM heartbeats
    WHERE store_id = stores.store_id AND received_at >= :earlier AND received_at < :since AND app_version <> ''
    ORDER BY received_at DESC, id DESC
    LIMIT 1
  )
),
changes AS (
  SELECT *, LAG(app_version) OVER (PARTITION BY store_id ORDER BY received_at, id) AS before FROM beats
)
SELECT at, kind || ': ' || text AS what, labels ->> '$.version' AS version, NULL AS store_id, NULL AS value
FROM event
WHERE kind = 'deploy' AND at >= :since AND at < :until AND at <= :now
UNION ALL
SELECT
  MIN(received_at),
  'app: ' || before || ' to ' || app_version || IIF(COUNT(DISTINCT store_id) > 1, ' at ' || COUNT(DISTINCT store_id) || ' stores', ''),
  app_version,
  CASE WHEN COUNT(DISTINCT store_id) = 1 THEN MIN(store_id) END,
  COUNT(DISTINCT store_id)
FROM changes
WHERE before <> app_version AND (:store = '' OR store_id = :store)
GROUP BY before, app_version
ORDER BY 1, 2
