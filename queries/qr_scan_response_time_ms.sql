-- help: Time from a QR scan to the customer's data on screen; the value is the 95th percentile.
-- unit: ms
-- target: "< 500"
-- labels: [store_id]
-- instances: stores
SELECT
  store_id,
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY value) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY value) AS p95,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY value) AS p99,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY value) AS value
FROM series
JOIN samples ON samples.series = series.id
WHERE name = 'qr_scan_response_time_ms'
  AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
GROUP BY store_id
