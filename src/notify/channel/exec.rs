//! A program with the webhook's JSON document on its standard input. It runs without a shell.

use std::process::Stdio;

use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

use super::{Context, SendError, Sent, webhook};
use crate::config::ExecChannel;
use crate::notify::message::Message;

/// `EX_TEMPFAIL` of sysexits.h: the program asks for another attempt.
const TRY_AGAIN: i32 = 75;
/// The most of its complaint that is kept.
const SHOWN: usize = 200;

pub(super) async fn send(
    channel: &ExecChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let Some((program, arguments)) = channel.command.split_first() else {
        return Err(SendError::Permanent("the channel's command is empty".into()));
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    if !context.folder.as_os_str().is_empty() {
        command.current_dir(&context.folder);
    }
    let mut child = command
        .spawn()
        .map_err(|error| SendError::Permanent(format!("{program} could not be started: {error}")))?;
    let (input, document) = (child.stdin.take(), webhook::document(message, channel.max_alerts).to_string());
    let told = async {
        if let Some(mut input) = input {
            // A program need not read what it is told.
            let _ = input.write_all(document.as_bytes()).await;
        }
    };
    let both = async { tokio::join!(told, child.wait_with_output()).1 };
    let output = match tokio::time::timeout(channel.timeout.std(), both).await {
        Err(_) => {
            return Err(SendError::temporary(format!("{program} was stopped after {}", channel.timeout)));
        }
        Ok(ended) => ended.map_err(|error| SendError::temporary(format!("{program}: {error}")))?,
    };
    if output.status.success() {
        return Ok(Sent::default());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said: String = said.trim().lines().next().unwrap_or_default().chars().take(SHOWN).collect();
    let reason = format!("{program} ended with {} {said}", output.status).trim_end().to_owned();
    match output.status.code() {
        Some(TRY_AGAIN) | None => Err(SendError::temporary(reason)),
        Some(_) => Err(SendError::Permanent(reason)),
    }
}
