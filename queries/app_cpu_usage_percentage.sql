-- help: Processor time that a store's cashier app uses; the value is its latest sample.
-- unit: percent
-- target: "< 30"
-- labels: [store_id]
-- instances: stores
-- What lasts shows in lowest: it is above a limit only if every sample of the window is.
WITH window_samples AS (
  SELECT store_id, value, ROW_NUMBER() OVER (PARTITION BY store_id ORDER BY at_ms DESC) AS age
  FROM series
  JOIN samples ON samples.series = series.id
  WHERE name = 'app_cpu_usage_percentage'
    AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
)
SELECT
  store_id,
  COUNT(*) AS total,
  MIN(value) AS lowest,
  AVG(value) AS average,
  MAX(value) AS highest,
  MAX(value) FILTER (WHERE age = 1) AS value
FROM window_samples
GROUP BY store_id
