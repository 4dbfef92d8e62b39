-- help: The ten most frequent errors that the API answered with, by code; faults before what customers got wrong.
-- unit: count
-- source: backend
-- labels: [error_code, kind]
-- window: 24h
-- params: { store: "", business: "INSUFFICIENT_BALANCE,INVALID_CUSTOMER" }
-- A business error is the right answer to a request that cannot be met; a fault is ours to mend.
SELECT
  error_code,
  CASE WHEN INSTR(',' || :business || ',', ',' || error_code || ',') THEN 'business' ELSE 'fault' END AS kind,
  COUNT(*) AS value,
  100.0 * COUNT(*) / SUM(COUNT(*)) OVER () AS share
FROM api_errors
WHERE timestamp >= :since AND timestamp < :until
  AND (:store = '' OR CAST(store_id AS TEXT) = :store)
GROUP BY error_code
ORDER BY kind DESC, value DESC, error_code
LIMIT 10
