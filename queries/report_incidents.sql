-- help: Incidents that were open at some time of the window; the value is how long each had been open.
-- unit: seconds
-- labels: [incident, severity, alert, store_id]
-- window: 24h
-- params: { store: "" }
-- Incidents are as they were at :now, so that a report of an old day comes out the same again. Those that concern no store
-- concern each. What is still open comes first, then the worst.
SELECT
  CAST(incident.id AS TEXT) AS incident,
  incident.severity,
  COALESCE(GROUP_CONCAT(DISTINCT alert.rule), incident.group_key) AS alert,
  GROUP_CONCAT(DISTINCT alert.labels ->> '$.store_id') AS store_id,
  incident.opened,
  incident.closed,
  unixepoch(COALESCE(incident.closed, :now), 'subsec') - unixepoch(incident.opened, 'subsec') AS value
FROM incident
LEFT JOIN alert ON alert.incident = incident.id AND COALESCE(alert.fired, alert.started) <= :now
WHERE incident.opened < :until
  AND (incident.closed IS NULL OR unixepoch(incident.closed, 'subsec') > unixepoch(:since, 'subsec'))
  AND (:store = '' OR COALESCE(alert.labels ->> '$.store_id', :store) = :store)
GROUP BY incident.id
ORDER BY incident.closed IS NOT NULL, incident.severity, incident.opened, incident.id
