-- help: What is usual for the transactions of the hour in which the window begins; the value is the median.
-- unit: count
-- window: 1h
-- params: { store: "" }
-- From the baseline that held at :now. Over several stores medians and spreads are added up, and as long as one store is
-- learning, all are NULL: what is usual for some of them says nothing of all. Of a part of an hour the same part of each
-- is expected.
WITH usual AS (
  SELECT
    COUNT(*) = COUNT(median) AS is_learnt,
    SUM(median) * (unixepoch(:until, 'subsec') - unixepoch(:since, 'subsec')) / 3600.0 AS median,
    SUM(spread) * (unixepoch(:until, 'subsec') - unixepoch(:since, 'subsec')) / 3600.0 AS spread
  FROM baseline
  WHERE metric = 'transaction_volume_per_hour'
    AND hour_of_week = hour_of_week(unixepoch(:since), :time_zone) AND (:store = '' OR store_id = :store)
)
SELECT
  CASE WHEN is_learnt THEN MAX(0, median - spread) END AS low,
  CASE WHEN is_learnt THEN median + spread END AS high,
  CASE WHEN is_learnt THEN median END AS value
FROM usual
