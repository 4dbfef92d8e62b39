-- help: The newest rows of tillwatch's own database in the window; the value is their age when it ends.
-- unit: seconds
-- target: "< 900"
-- labels: [data]
-- window: 24h
-- Heartbeats come from stores, so only the time for which one has been open since counts as their age. Metrics come when
-- there is something to measure, and no age is too old for them: NULL. Rules that were not evaluated at all are as old as
-- the window: without them, no incident is no good news. Nothing that arrived after :now is looked at, so that a report of an old
-- day comes out the same again.
WITH
newest (data, at) AS (
  SELECT 'health checks', unixepoch((
    SELECT MAX(timestamp) FROM health_checks
    WHERE timestamp >= :since AND timestamp < :until AND received_at <= :now
  ), 'subsec')
  UNION ALL
  SELECT 'heartbeats', unixepoch((
    SELECT MAX(newest) FROM (
      SELECT MAX(received_at) AS newest FROM heartbeats
      WHERE received_at >= :since AND received_at < :until AND received_at <= :now
      GROUP BY store_id
    )
  ), 'subsec')
  UNION ALL
  SELECT 'metrics', (
    SELECT MAX((
      SELECT MAX(at_ms) FROM samples
      WHERE series = series.id AND received_at <= :now
        AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
    ))
    FROM series WHERE store_id <> ''
  ) / 1000.0
  UNION ALL
  SELECT 'alert rules', unixepoch((
    SELECT MAX(started) FROM run WHERE verb = 'evaluate-alerts' AND started >= :since AND started < :until AND started <= :now
  ), 'subsec')
),
open AS (
  SELECT value ->> 'store_id' AS store_id, value ->> 'since' AS since, value ->> 'until' AS until
  FROM json_each(:opening)
)
SELECT
  data,
  strftime('%Y-%m-%d %H:%M:%f', at, 'unixepoch') AS newest,
  CASE data
    WHEN 'health checks' THEN unixepoch(:until, 'subsec') - at
    WHEN 'alert rules' THEN unixepoch(:until, 'subsec') - COALESCE(at, unixepoch(:since, 'subsec'))
    WHEN 'heartbeats' THEN (SELECT MAX(seconds) FROM (
      SELECT SUM(MAX(0, until - MAX(since, at))) AS seconds FROM open GROUP BY store_id
    ))
  END AS value
FROM newest
