//! The outbox and its delivery. Decides nothing about alerts.
