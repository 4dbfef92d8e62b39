-- help: Inputs flagged as a possible SQL injection or XSS.
-- unit: count
-- target: "= 0"
-- source: backend
-- labels: [store_id]
SELECT store_id, COUNT(*) AS value
FROM security_events
WHERE kind = 'suspicious_input' AND timestamp >= :since AND timestamp < :until
GROUP BY store_id
