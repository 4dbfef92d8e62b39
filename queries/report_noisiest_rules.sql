-- help: The ten rules that raised the most alerts; the value is their number.
-- unit: count
-- labels: [alert]
-- window: 7d
-- params: { store: "" }
-- Alerts count by when they fired, incidents by when they opened; messages are those sent about such incidents. A message
-- about an incident of several rules counts for each of them. Nothing later than :now is looked at.
WITH
fired AS (
  SELECT rule, incident, fired, COALESCE(CASE WHEN ended <= :now THEN ended END, :now) AS ended
  FROM alert
  WHERE fired >= :since AND fired < :until AND fired <= :now AND (:store = '' OR labels ->> '$.store_id' = :store)
),
noise AS (SELECT DISTINCT rule, incident FROM fired WHERE incident IS NOT NULL),
sent AS (
  SELECT rule, COUNT(*) AS messages
  FROM noise
  JOIN outbox USING (incident)
  WHERE state = 'sent' AND settled <= :now
  GROUP BY rule
)
SELECT
  rule AS alert,
  COUNT(*) AS value,
  COUNT(DISTINCT incident) AS incidents,
  COALESCE(messages, 0) AS messages,
  SUM(unixepoch(ended, 'subsec') - unixepoch(fired, 'subsec')) AS lasted
FROM fired
LEFT JOIN sent USING (rule)
GROUP BY rule
ORDER BY value DESC, messages DESC, rule
LIMIT 10
