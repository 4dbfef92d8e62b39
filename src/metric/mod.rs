//! Pushes samples to a receiver or the own database.
