-- help: Seconds since an open store's app was last heard from, counted from opening if that came later.
-- unit: seconds
-- target: "< 180"
-- labels: [store_id]
-- instances: stores
-- Only open stores have a row. What is received while nobody listens is nobody's silence: while the receiver is out,
-- that is for more than two minutes, the value is NULL, and after it has come back the age counts from its return. Where
-- no receiver ever ran, heartbeats arrive in some other way, and it is not asked for; if none ever arrived, the value is
-- NULL: nobody listens yet.
WITH
clock (now) AS (SELECT strftime('%Y-%m-%d %H:%M:%f', :now)),
life AS (
  SELECT id, started, MIN(MAX(alive_at, COALESCE(ended, alive_at)), now) AS seen
  FROM run, clock
  WHERE verb = 'serve' AND started <= now
),
gaps AS (
  SELECT started, seen,
    unixepoch(started, 'subsec') - unixepoch(MAX(seen) OVER (
      ORDER BY started, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 'subsec') AS gap
  FROM life
),
receiver AS (
  SELECT MAX(seen) AS seen, MAX(started) FILTER (WHERE gap IS NULL OR gap > 120) AS returned FROM gaps
),
heard AS (
  SELECT
    json_extract(value, '$.store_id') AS store_id,
    json_extract(value, '$.opened_at') AS opened_at,
    (SELECT id FROM heartbeats
     WHERE heartbeats.store_id = json_extract(value, '$.store_id') AND received_at <= now
     ORDER BY received_at DESC LIMIT 1) AS heartbeat
  FROM json_each(:stores), clock
  WHERE json_extract(value, '$.open')
)
SELECT
  heard.store_id,
  heartbeats.received_at AS last_received,
  heartbeats.app_version,
  CASE WHEN unixepoch(now, 'subsec') - unixepoch(receiver.seen, 'subsec') > 120 THEN NULL
       WHEN receiver.seen IS NULL AND NOT EXISTS (SELECT 1 FROM heartbeats) THEN NULL
       ELSE ROUND(unixepoch(now, 'subsec') - unixepoch(NULLIF(MAX(
         COALESCE(heartbeats.received_at, ''), COALESCE(opened_at, ''), COALESCE(returned, '')), ''), 'subsec'), 3)
  END AS value
FROM heard
JOIN clock
JOIN receiver
LEFT JOIN heartbeats ON heartbeats.id = heard.heartbeat
