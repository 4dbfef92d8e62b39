-- help: Share of a store's opening hours during which its cashier app was running, by its heartbeats.
-- unit: percent
-- target: ">= 99.9"
-- labels: [store_id]
-- instances: stores
-- An app was running between two heartbeats that lie at most three minutes apart, and after the last one likewise up to
-- the window's end. Behind a longer silence it counts as running for the one minute in which the next was due. Only
-- time within the opening hours counts; total is its length in minutes.
WITH
opening AS (
  SELECT json_extract(value, '$.store_id') AS store_id, value ->> 'since' AS since, value ->> 'until' AS until
  FROM json_each(:opening)
),
beats AS (
  SELECT
    heartbeats.store_id,
    unixepoch(received_at, 'subsec') AS at,
    LEAD(unixepoch(received_at, 'subsec'), 1, unixepoch(:until, 'subsec'))
      OVER (PARTITION BY heartbeats.store_id ORDER BY received_at) AS next
  FROM (SELECT DISTINCT store_id FROM opening) AS stores
  JOIN heartbeats ON heartbeats.store_id = stores.store_id
    AND received_at >= datetime(:since, '-3 minutes') AND received_at < :until
),
running AS (
  SELECT store_id, at AS since, CASE WHEN next - at <= 180 THEN next ELSE at + 60 END AS until FROM beats
),
up AS (
  SELECT opening.store_id, SUM(MIN(running.until, opening.until) - MAX(running.since, opening.since)) AS seconds
  FROM opening
  JOIN running ON running.store_id = opening.store_id
    AND running.since < opening.until AND running.until > opening.since
  GROUP BY opening.store_id
)
SELECT
  opening.store_id,
  SUM(opening.until - opening.since) / 60.0 AS total,
  100.0 * COALESCE(up.seconds, 0) / SUM(opening.until - opening.since) AS value
FROM opening
LEFT JOIN up ON up.store_id = opening.store_id
GROUP BY opening.store_id
