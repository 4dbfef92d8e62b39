//! What the HTTP receiver and a push into the own database share: samples and heartbeats in, rows out.
