//! From a store's schedule and the age of its last heartbeat to a status. Receives nothing itself.
