//! Jobs of the configuration as crontab lines, systemd units and next times. Runs nothing.
