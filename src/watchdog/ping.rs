//! The dead man's switch: an address that is asked for after each run that did all its work. Whoever watches over it tells
//! when it falls silent.

use std::io;
use std::path::Path;

use crate::config::{Secret, SecretError};
use crate::net::{NetError, http_client, request_reason, runtime};
use crate::time::Duration;

/// Why the switch was not reached. Never names the address: whoever knows it can keep the switch from telling.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PingError {
    #[error(transparent)]
    Secret(#[from] SecretError),
    #[error(transparent)]
    Client(#[from] NetError),
    #[error("network: {0}")]
    Runtime(#[from] io::Error),
    #[error("{0}")]
    NoAnswer(String),
    #[error("answered {0}")]
    Answered(reqwest::StatusCode),
}

/// Asks for the address once. Only an answer of 2xx counts; a redirect is none.
pub(crate) fn ping(url: &Secret, timeout: Duration, folder: &Path) -> Result<(), PingError> {
    let url = url.read(folder)?;
    let request = http_client(timeout, None)?.get(url);
    let answer = runtime()?
        .block_on(async { request.send().await })
        .map_err(|error| PingError::NoAnswer(request_reason(&error)))?;
    let status = answer.status();
    if status.is_success() { Ok(()) } else { Err(PingError::Answered(status)) }
}
