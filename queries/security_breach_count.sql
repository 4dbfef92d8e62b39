-- help: Security breaches detected.
-- unit: count
-- target: "= 0"
-- source: backend
-- labels: [store_id]
SELECT store_id, COUNT(*) AS value
FROM security_events
WHERE kind = 'breach' AND timestamp >= :since AND timestamp < :until
GROUP BY store_id
