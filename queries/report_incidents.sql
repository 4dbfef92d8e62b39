-- help: Incidents that were open at some time of the window; the value is how long each had been open.
-- unit: seconds
-- labels: [incident, severity, alert, store_id]
-- window: 24h
-- params: { store: "" }
-- Nothing later than :now is looked at, so that a report of an old day comes out the same again. What is still open comes first, then the worst.
SELECT
  CAST(incident.id AS TEXT) AS incident,
  incident.severity,
  COALESCE(GROUP_CONCAT(DISTINCT alert.rule), incident.group_key) AS alert,
  GROUP_CONCAT(DISTINCT alert.labels ->> '$.store_id') AS store_id,
  incident.opened,
  CASE WHEN incident.closed <= :now THEN incident.closed END AS closed,
  unixepoch(CASE WHEN incident.closed <= :now THEN incident.closed ELSE :now END, 'subsec')
    - unixepoch(incident.opened, 'subsec') AS value
FROM incident
LEFT JOIN alert ON alert.incident = incident.id
WHERE incident.opened < :until AND incident.opened <= :now AND (incident.closed IS NULL OR incident.closed >= :since)
  AND (:store = '' OR alert.labels ->> '$.store_id' = :store)
GROUP BY incident.id
ORDER BY (incident.closed <= :now) IS TRUE, incident.severity, incident.opened, incident.id
