//! Active checks, one file a kind, and the runner that runs them side by side. Decides nothing about alerts.
