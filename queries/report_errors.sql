-- help: The ten most frequent errors that the API answered with, by code.
-- unit: count
-- source: backend
-- labels: [error_code]
-- window: 24h
-- params: { store: "" }
SELECT error_code, COUNT(*) AS value
FROM api_errors
WHERE timestamp >= :since AND timestamp < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
GROUP BY error_code
ORDER BY value DESC, error_code
LIMIT 10
