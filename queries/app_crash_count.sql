-- help: Crashes of a store's cashier app, from its shipped logs.
-- unit: count
-- target: "= 0"
-- source: logs
-- labels: [store_id]
-- window: 24h
-- The lines hold the stack traces: `tillwatch logs search --event app_crash`.
SELECT store_id, COUNT(*) AS value, MAX(at) AS last_crash
FROM logs
WHERE event = 'app_crash' AND at >= :since AND at < :until
GROUP BY store_id
