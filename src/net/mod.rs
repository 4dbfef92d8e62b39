//! HTTP clients, TLS and the redaction of secrets in what is printed.
