-- help: Database writes that failed.
-- unit: count
-- target: "= 0"
-- source: backend
-- No label: a database that takes no writes is one trouble, whatever the store or operation. Its total is all writes.
SELECT COUNT(*) AS total, COUNT(*) FILTER (WHERE status <> 'success') AS value
FROM database_queries
WHERE operation IN ('insert', 'update', 'delete') AND timestamp >= :since AND timestamp < :until
