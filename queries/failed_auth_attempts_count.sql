-- help: Failed login attempts.
-- unit: count
-- target: "< 10"
-- source: backend
-- labels: [store_id]
SELECT store_id, COUNT(*) AS value
FROM security_events
WHERE kind = 'failed_auth' AND timestamp >= :since AND timestamp < :until
GROUP BY store_id
