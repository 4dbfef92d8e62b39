-- help: Share of API requests that were answered with an error (4xx, 5xx).
-- unit: percent
-- target: "< 1"
-- source: backend
-- labels: [store_id]
-- instances: stores
SELECT
  store_id,
  COUNT(*) AS total,
  COUNT(*) FILTER (WHERE status_code >= 400) AS errors,
  100.0 * COUNT(*) FILTER (WHERE status_code >= 400) / COUNT(*) AS value
FROM api_requests
WHERE timestamp >= :since AND timestamp < :until
GROUP BY store_id
