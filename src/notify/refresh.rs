//! Receivers that forget alerts: they are told at every run of what still fires.

use jiff::Timestamp;

use super::channel::{Context, alertmanager};
use super::deliver::Deliverer;
use super::{FailedAttempt, Story, outbox};
use crate::config::Channel;
use crate::db::DbError;

impl Deliverer<'_> {
    /// Tells every Alertmanager that the open incidents which it was told of go on, and gives the failures. There is no
    /// row to try again: the next run tells it anew.
    pub(super) fn refresh(&self, now: Timestamp) -> Result<Vec<FailedAttempt>, DbError> {
        let mut failures = Vec::new();
        for (name, channel) in self.channels {
            let Channel::Alertmanager(channel) = channel else { continue };
            let open = self.database.read(|session| {
                let told = outbox::open_incidents_told(session, name)?;
                told.into_iter().map(|id| self.telling.story(session, id)).collect::<Result<Vec<_>, _>>()
            })?;
            let open: Vec<Story> = open.into_iter().flatten().collect();
            if open.is_empty() {
                continue;
            }
            let runtime =
                crate::net::runtime().map_err(|error| DbError::Refused(format!("network: {error}")))?;
            if let Err(error) = runtime.block_on(alertmanager::refresh(channel, &open, &self.context(now))) {
                failures.push(FailedAttempt {
                    subject: format!("{} open incidents", open.len()),
                    kind: "refresh",
                    channel: name.clone(),
                    recipient: name.clone(),
                    error: error.to_string(),
                    again: true,
                });
            }
        }
        Ok(failures)
    }

    pub(super) fn context(&self, now: Timestamp) -> Context {
        Context { folder: self.folder.clone(), now, interval: self.interval }
    }
}
