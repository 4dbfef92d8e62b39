-- help: Post-incident reviews that are not finished or not even begun in time, and actions of reviews that are overdue, as the last `pir check` found them.
-- unit: count
-- window: 2d
-- No `pir check` for two days is NULL: no data, which ends no alert.
WITH last AS (
  SELECT name, value, MAX(at_ms)
  FROM series
  JOIN samples ON samples.series = series.id
  WHERE name IN ('pir_overdue_reviews', 'pir_overdue_actions')
    AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
  GROUP BY name
)
SELECT
  SUM(value) FILTER (WHERE name = 'pir_overdue_reviews') AS reviews,
  SUM(value) FILTER (WHERE name = 'pir_overdue_actions') AS actions,
  SUM(value) AS value
FROM last
