-- help: Time from a QR scan to the customer's data on screen; the value is the 95th percentile.
-- unit: ms
-- target: "< 500"
-- window: 24h
-- params: { store: "" }
-- Nothing that was received later than :now is looked at, so that a report of an old day comes out the same again.
SELECT
  COUNT(*) AS total,
  PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY value) AS p50,
  PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY value) AS value,
  PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY value) AS p99
FROM series
JOIN samples ON samples.series = series.id
WHERE name = 'qr_scan_response_time_ms' AND (:store = '' OR store_id = :store)
  AND at_ms >= ROUND(1000 * unixepoch(:since, 'subsec')) AND at_ms < ROUND(1000 * unixepoch(:until, 'subsec'))
  AND samples.received_at <= :now
