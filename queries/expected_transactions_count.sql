-- help: Transactions that the baseline expects of each store in the window, from the median of each hour of the week and by how much of it lies there.
-- unit: count
-- labels: [store_id]
-- NULL where an hour of the window is learning, or nothing is known of it. Hours of all zones begin at quarters of an hour.
WITH RECURSIVE
bounds (since, until) AS (SELECT unixepoch(:since, 'subsec'), unixepoch(:until, 'subsec')),
slices (since, until, stop) AS (
  SELECT since, MIN(until, 900 * (1 + CAST(since / 900 AS INTEGER))), until FROM bounds WHERE since < until
  UNION ALL
  SELECT until, MIN(stop, until + 900), stop FROM slices WHERE until < stop
)
SELECT
  store_id,
  IIF(
    COUNT(median) = (SELECT COUNT(*) FROM slices),
    SUM(median * (until - since) / 3600.0),
    NULL
  ) AS value
FROM slices
JOIN baseline
  ON metric = 'transaction_volume_per_hour' AND hour_of_week = hour_of_week(CAST(since AS INTEGER), :time_zone)
WHERE store_id IS NOT NULL
GROUP BY store_id
ORDER BY store_id
