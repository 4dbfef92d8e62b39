-- help: Seconds since the receiver of heartbeats was last alive; more than 120 and it is out. Nothing where none ever ran.
-- unit: seconds
-- target: "<= 120"
-- A receiver refreshes its row every 20 seconds, so that any number up to about that is the number of a healthy one.
SELECT
  ROUND(unixepoch(:now, 'subsec') - unixepoch(MAX(seen), 'subsec'), 3) AS value,
  MAX(seen) AS last_alive
FROM (
  SELECT MIN(MAX(alive_at, COALESCE(ended, alive_at)), strftime('%Y-%m-%d %H:%M:%f', :now)) AS seen
  FROM run
  WHERE verb = 'serve' AND started <= strftime('%Y-%m-%d %H:%M:%f', :now)
)
HAVING MAX(seen) IS NOT NULL
