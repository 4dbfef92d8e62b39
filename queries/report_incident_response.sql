-- help: Incidents about one target that opened in the window; the value is how long each waited for an acknowledgement.
-- unit: seconds
-- labels: [incident]
-- window: 7d
-- params: { target: "" }
-- Incidents are as they were at :now, so that a report of an old day comes out the same again.
SELECT
  CAST(incident.id AS TEXT) AS incident,
  incident.opened,
  acked_at AS acknowledged,
  unixepoch(acked_at, 'subsec') - unixepoch(opened, 'subsec') AS value
FROM incident
WHERE opened >= :since AND opened < :until
  AND EXISTS (SELECT 1 FROM alert WHERE alert.incident = incident.id AND alert.labels ->> '$.target' = :target)
ORDER BY opened, incident.id
