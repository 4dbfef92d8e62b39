-- help: Share of automatic fetches from 1C that succeeded.
-- unit: percent
-- target: ">= 80"
-- source: backend
-- labels: [store_id]
-- instances: stores
SELECT
  store_id,
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE status = 'success') AS successful,
  100.0 * COUNT(*) FILTER (WHERE status = 'success') / COUNT(*) AS value
FROM onec_api_calls
WHERE timestamp >= :since AND timestamp < :until
GROUP BY store_id
