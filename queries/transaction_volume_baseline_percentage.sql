-- help: A store's last recorded hour of transactions as a share of what is usual in that hour of the week.
-- unit: percent
-- labels: [store_id]
-- Both sides come from the recording of transaction_volume_per_hour, each sample of which is about the hour before it and
-- belongs to the hour of the week in which the middle of that lies. While that hour is learning, or nothing is usual in
-- it, the value is NULL: no data, which raises no alert. `expected` is the median, `spread` the usual deviation from it.
WITH last AS (
  SELECT
    series.labels, series.store_id, value AS transactions, MAX(at_ms),
    hour_of_week(at_ms / 1000 - 1800, :time_zone) AS hour
  FROM series
  JOIN samples ON samples.series = series.id
  WHERE name = 'transaction_volume_per_hour'
    AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
  GROUP BY series.id
)
SELECT
  last.store_id, transactions, median AS expected, spread, weeks,
  100.0 * transactions / NULLIF(median, 0) AS value
FROM last
LEFT JOIN baseline
  ON baseline.metric = 'transaction_volume_per_hour' AND baseline.labels = last.labels AND hour_of_week = hour
ORDER BY last.store_id
