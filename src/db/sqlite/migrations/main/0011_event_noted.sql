-- When an event was put on record, which may be after it happened. NULL is then: those of before are taken to be of their time.
ALTER TABLE event ADD COLUMN noted TEXT;
