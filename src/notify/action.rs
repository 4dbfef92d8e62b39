//! Named commands: run without a shell, at most once, with the alert in the environment.

use std::process::Stdio;

use super::{Settled, Story};
use crate::config::Action;

/// The most of a command's output that is kept.
const OUTPUT: usize = 4096;

/// Runs a command to its end, or to its time limit. Never repeated, so every failure is final.
pub(super) async fn run(action: &Action, story: &Story) -> Settled {
    let Some((program, arguments)) = action.command.split_first() else {
        return Settled::Dead { error: "the action's command is empty".into() };
    };
    let mut command = tokio::process::Command::new(program);
    command.args(arguments).stdin(Stdio::null()).kill_on_drop(true);
    command.env("TILLWATCH_INCIDENT", story.incident.to_string()).env("TILLWATCH_SEVERITY", &story.severity);
    for (name, value) in story.alerts.first().into_iter().flat_map(|alert| alert.labels.iter()) {
        command.env(format!("TILLWATCH_LABEL_{}", name.to_uppercase()), value);
    }
    match tokio::time::timeout(action.timeout.std(), command.output()).await {
        Err(_) => Settled::Dead { error: format!("{program} was stopped after {}", action.timeout) },
        Ok(Err(error)) => Settled::Dead { error: format!("{program} could not be started: {error}") },
        Ok(Ok(output)) => {
            let mut said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
            said.truncate(said.floor_char_boundary(OUTPUT));
            if output.status.success() {
                Settled::Sent { body: said, receipt: None, note: None }
            } else {
                Settled::Dead { error: format!("{program} ended with {}: {}", output.status, said.trim()) }
            }
        }
    }
}
