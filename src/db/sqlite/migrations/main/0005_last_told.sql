-- Finds what was told last of groups whose incidents have ended.
CREATE INDEX incident_told ON incident (told_at) WHERE closed IS NOT NULL;
