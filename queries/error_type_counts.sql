-- help: Errors that the API answered with, by code.
-- unit: count
-- source: backend
-- labels: [error_code]
-- window: 24h
SELECT error_code, COUNT(*) AS value
FROM api_errors
WHERE timestamp >= :since AND timestamp < :until
GROUP BY error_code
ORDER BY value DESC, error_code
