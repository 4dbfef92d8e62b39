//! What crosses the network shares: HTTP clients, TLS trust, runtimes, and words for what went wrong, secrets removed.
//!
//! Nothing here is built before it is asked for.

#[cfg(test)]
mod answer;
mod client;
mod concealed;
/// The server that the verbs' tests send to, for tests in here too.
#[cfg(test)]
#[path = "../../tests/verbs/support/hook.rs"]
pub(crate) mod hook;
mod host;
mod page;
mod reason;
mod redact;
mod retry_after;
mod said;
mod signal;
mod tls;

#[cfg(test)]
pub(crate) use answer::response;
pub(crate) use client::{NetError, background_runtime, http_client, runtime};
pub(crate) use concealed::Concealed;
pub(crate) use host::host_name;
pub(crate) use page::{PAGE, is_page};
pub(crate) use reason::{io_reason, request_reason};
pub(crate) use redact::redact_url;
pub(crate) use retry_after::retry_after;
pub(crate) use said::one_line;
pub(crate) use signal::interrupted;
pub(crate) use tls::{certificate_advice, client_config, install_crypto};
