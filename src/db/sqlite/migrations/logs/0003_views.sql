-- What the cashier's programs log, as the tables that queries on the backend name: a line's event says which of them it
-- is a row of. `docs/log-queries.md` lists the events and their fields. The rows of a window are found by `logs_event`.

CREATE VIEW api_requests AS
SELECT
  seq AS id,
  at AS timestamp,
  store_id,
  body ->> '$.endpoint' AS endpoint,
  body ->> '$.type' AS type,
  CAST(body ->> '$.status_code' AS INTEGER) AS status_code,
  COALESCE(body ->> '$.latency_ms', body ->> '$.duration_ms') AS latency_ms
FROM logs WHERE event = 'api_request' AND json_valid(body);

CREATE VIEW api_errors AS
SELECT seq AS id, at AS timestamp, store_id, body ->> '$.endpoint' AS endpoint, body ->> '$.error_code' AS error_code
FROM logs WHERE event = 'api_error' AND json_valid(body);

CREATE VIEW onec_api_calls AS
SELECT
  seq AS id,
  at AS timestamp,
  store_id,
  COALESCE(body ->> '$.status', CASE WHEN level IN ('warn', 'error') THEN 'failed' ELSE 'success' END) AS status,
  body ->> '$.duration_ms' AS duration_ms
FROM logs WHERE event = 'onec_api_call' AND json_valid(body);

-- Where a line does not say what kind of operation it was, the name of its query does.
CREATE VIEW database_queries AS
SELECT
  seq AS id,
  at AS timestamp,
  store_id,
  body ->> '$.query' AS query,
  COALESCE(body ->> '$.operation', CASE
    WHEN body ->> '$.query' LIKE 'create%' OR body ->> '$.query' LIKE 'insert%' OR body ->> '$.query' LIKE 'add%'
      THEN 'insert'
    WHEN body ->> '$.query' LIKE 'update%' OR body ->> '$.query' LIKE 'set%' THEN 'update'
    WHEN body ->> '$.query' LIKE 'delete%' OR body ->> '$.query' LIKE 'remove%' THEN 'delete'
    ELSE 'select'
  END) AS operation,
  COALESCE(body ->> '$.status', CASE WHEN level IN ('warn', 'error') THEN 'failed' ELSE 'success' END) AS status,
  body ->> '$.duration_ms' AS duration_ms
FROM logs WHERE event = 'database_query' AND json_valid(body);

CREATE VIEW cashier_transactions AS
SELECT
  seq AS id,
  at AS created_at,
  store_id,
  body ->> '$.customer_id' AS customer_id,
  body ->> '$.type' AS type,
  CASE event WHEN 'transaction_completed' THEN 'success' ELSE 'failed' END AS status,
  body ->> '$.purchase_amount' AS purchase_amount,
  body ->> '$.points_amount' AS points_amount,
  COALESCE(body ->> '$.discount_amount', 0) AS discount_amount,
  body ->> '$.error_code' AS error_code
FROM logs WHERE event IN ('transaction_completed', 'transaction_failed') AND json_valid(body);

CREATE VIEW customers AS
SELECT body ->> '$.customer_id' AS id, at AS created_at
FROM logs WHERE event = 'customer_registered' AND json_valid(body);

CREATE VIEW security_events AS
SELECT
  seq AS id,
  at AS timestamp,
  store_id,
  CASE event WHEN 'security_breach' THEN 'breach' ELSE event END AS kind,
  CASE WHEN json_valid(body) THEN body ->> '$.ip_address' END AS ip_address
FROM logs WHERE event IN ('failed_auth', 'suspicious_input', 'security_breach');
