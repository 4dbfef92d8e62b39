-- help: Incidents about one target that opened in the window; the value is how long each waited for an acknowledgement.
-- unit: seconds
-- labels: [incident]
-- window: 7d
-- params: { target: "" }
-- Nothing later than :now is looked at, so that a report of an old day comes out the same again.
SELECT
  CAST(incident.id AS TEXT) AS incident,
  incident.opened,
  CASE WHEN acked_at <= :now THEN acked_at END AS acknowledged,
  unixepoch(CASE WHEN acked_at <= :now THEN acked_at END, 'subsec') - unixepoch(opened, 'subsec') AS value
FROM incident
WHERE opened >= :since AND opened < :until AND opened <= :now
  AND EXISTS (SELECT 1 FROM alert WHERE alert.incident = incident.id AND alert.labels ->> '$.target' = :target)
ORDER BY opened, incident.id
