-- help: Deployments that were noted, and versions that the stores' apps changed to; the value is the number of stores.
-- unit: count
-- labels: [what, store_id]
-- window: 24h
-- params: { store: "" }
-- A version changed where the heartbeat before, in the window, named another; the store is named where it was only one.
-- Nothing later than :now is looked at, so that a report of an old day comes out the same again.
WITH
beats AS (
  SELECT
    store_id, received_at, app_version,
    LAG(app_version) OVER (PARTITION BY store_id ORDER BY received_at, id) AS before
  FROM heartbeats
  WHERE received_at >= :since AND received_at < :until AND received_at <= :now
    AND app_version <> '' AND (:store = '' OR store_id = :store)
)
SELECT at, kind || ': ' || text AS what, labels ->> '$.version' AS version, NULL AS store_id, NULL AS value
FROM event
WHERE kind = 'deployment' AND at >= :since AND at < :until AND at <= :now
UNION ALL
SELECT
  MIN(received_at),
  'app: ' || before || ' to ' || app_version || IIF(COUNT(DISTINCT store_id) > 1, ' at ' || COUNT(DISTINCT store_id) || ' stores', ''),
  app_version,
  CASE WHEN COUNT(DISTINCT store_id) = 1 THEN MIN(store_id) END,
  COUNT(DISTINCT store_id)
FROM beats
WHERE before <> app_version
GROUP BY before, app_version
ORDER BY 1, 2
