-- A deployment is an event of the kind `deploy`, whichever of the two words was written.
UPDATE OR IGNORE event SET kind = 'deploy' WHERE kind = 'deployment';
