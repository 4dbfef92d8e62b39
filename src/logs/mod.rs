//! Ships log files: tail by identity, redact, batch, deliver, remember how far. Keeps no spool: the file is the spool.
