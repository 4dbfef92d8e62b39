//! Delivery: claim, look again, render, send, settle. Database work and network work never overlap.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::task::JoinSet;

use super::message::{Member, Message};
use super::outbox::{self, OutboxRow, Settled, claim, counts, due, last_action, settle};
use super::{Kind, action, channel, retry};
use crate::config::{Action, Channel};
use crate::db::{Database, DbError, Session};
use crate::render::Templates;

/// How many are sent at once.
const BATCH: i64 = 16;
/// For how long a claimed row is ours. Longer than any channel's timeout.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// What there is to tell about an incident, looked up right before it is told.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Story {
    /// The project's name.
    pub project: String,
    pub url: Option<String>,
    /// Tells this database from any other, for keys that receivers remember.
    #[serde(skip)]
    pub origin: String,
    pub incident: i64,
    pub severity: String,
    pub opened: String,
    pub closed: Option<String>,
    pub duration: Option<String>,
    pub acked_by: Option<String>,
    pub alerts: Vec<Member>,
}

/// Whoever knows incidents tells delivery about them.
pub(crate) trait Telling {
    /// The incident as it is now; `None` if there is none.
    fn story(&self, session: &mut dyn Session, incident: i64) -> Result<Option<Story>, DbError>;
}

/// What delivery works with.
pub(crate) struct Deliverer<'a> {
    pub database: &'a Database,
    pub channels: &'a BTreeMap<String, Channel>,
    pub actions: &'a BTreeMap<String, Action>,
    pub templates: &'a Templates,
    pub telling: &'a dyn Telling,
    pub folder: PathBuf,
}

/// What became of one run's deliveries.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Delivery {
    pub sent: usize,
    pub retried: usize,
    pub dead: usize,
    pub skipped: usize,
    /// What still waits, from this run and earlier ones.
    pub waiting: i64,
    pub failures: Vec<FailedAttempt>,
}

/// An attempt that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FailedAttempt {
    pub incident: i64,
    pub kind: &'static str,
    pub channel: String,
    pub recipient: String,
    pub error: String,
    /// Whether it will be tried again.
    pub again: bool,
}

/// A claimed row with all that its attempt needs.
enum Attempt {
    Send {
        channel: Channel,
        message: Box<Message>,
    },
    Run {
        action: Action,
        story: Story,
    },
    /// Nothing can be tried.
    Settle(Settled),
}

impl Deliverer<'_> {
    /// Works off what is due, for `limit` at the most; what is left is the next run's.
    pub(crate) fn deliver(&self, now: Timestamp, limit: std::time::Duration) -> Result<Delivery, DbError> {
        let (began, mut total) = (Instant::now(), Delivery::default());
        while began.elapsed() < limit {
            let rows = self.database.read(|session| due(session, now, BATCH))?;
            if rows.is_empty() {
                break;
            }
            let attempts = self.database.write(|session| {
                let claimed =
                    rows.iter().map(|row| self.claim(session, row, now)).collect::<Result<Vec<_>, _>>()?;
                Ok(claimed.into_iter().flatten().collect::<Vec<_>>())
            })?;
            let settled =
                self.attempt(attempts, now).map_err(|error| DbError::Refused(format!("network: {error}")))?;
            self.database.write(|session| {
                settled.iter().try_for_each(|(row, settled)| settle(session, row, settled, now))
            })?;
            for (row, settled) in &settled {
                total.count(row, settled);
            }
        }
        total.waiting = self.database.read(counts)?.0;
        Ok(total)
    }

    /// Claims a row and prepares its attempt from the incident as it is now; `None` if another run was faster.
    fn claim(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        now: Timestamp,
    ) -> Result<Option<(OutboxRow, Attempt)>, DbError> {
        if row.state == "started" {
            outbox::settle(session, row, &Settled::Unknown, now)?;
            return Ok(None);
        }
        if !claim(session, row, now.saturating_add(LEASE).unwrap_or(now))? {
            return Ok(None);
        }
        let row = OutboxRow { attempts: row.attempts + 1, ..row.clone() };
        let Some(story) = self.telling.story(session, row.incident)? else {
            return Ok(Some((row, Attempt::Settle(Settled::Dead { error: "its incident is gone".into() }))));
        };
        let attempt = match row.kind {
            Kind::Action => self.prepare_action(session, &row, story, now)?,
            Kind::Open | Kind::End => self.prepare_message(&row, story),
        };
        Ok(Some((row, attempt)))
    }

    fn prepare_action(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        story: Story,
        now: Timestamp,
    ) -> Result<Attempt, DbError> {
        let skipped = |reason: String| Ok(Attempt::Settle(Settled::Skipped { reason }));
        let Some(action) = self.actions.get(&row.recipient) else {
            return skipped(format!("tillwatch.toml has no [actions.{}]", row.recipient));
        };
        let last = last_action(session, row)?;
        if last.is_some_and(|last| now.duration_since(last) < action.max_per.signed()) {
            return skipped(format!("ran less than {} ago", action.max_per));
        }
        Ok(Attempt::Run { action: action.clone(), story })
    }

    fn prepare_message(&self, row: &OutboxRow, story: Story) -> Attempt {
        let Some(channel) = self.channels.get(&row.channel) else {
            let reason = format!("tillwatch.toml has no [channels.{}]", row.channel);
            return Attempt::Settle(Settled::Skipped { reason });
        };
        match Message::render(self.templates, row, story) {
            Ok(message) => Attempt::Send { channel: channel.clone(), message: Box::new(message) },
            // A template can be mended: the message waits for that.
            Err(error) => {
                let error = channel::SendError::temporary(error.to_string());
                Attempt::Settle(retry::after_failure(&error, row.attempts, row.not_before))
            }
        }
    }

    /// Makes all attempts side by side.
    fn attempt(
        &self,
        attempts: Vec<(OutboxRow, Attempt)>,
        now: Timestamp,
    ) -> io::Result<Vec<(OutboxRow, Settled)>> {
        if attempts.is_empty() {
            return Ok(Vec::new());
        }
        let folder = &self.folder;
        crate::net::runtime()?.block_on(async {
            let mut tasks = JoinSet::new();
            for (row, attempt) in attempts {
                let folder = folder.clone();
                tasks.spawn(async move {
                    let settled = match attempt {
                        Attempt::Settle(settled) => settled,
                        Attempt::Run { action, story } => action::run(&action, &story).await,
                        Attempt::Send { channel, message } => {
                            match channel::send(&channel, &message, &folder).await {
                                Ok(()) => Settled::Sent { body: message.text },
                                Err(error) => retry::after_failure(&error, row.attempts, now),
                            }
                        }
                    };
                    (row, settled)
                });
            }
            let mut done = tasks.join_all().await;
            done.sort_by_key(|(row, _)| row.id);
            Ok(done)
        })
    }
}

impl Delivery {
    fn count(&mut self, row: &OutboxRow, settled: &Settled) {
        let (error, again) = match settled {
            Settled::Sent { .. } => return self.sent += 1,
            Settled::Skipped { .. } | Settled::Unknown => return self.skipped += 1,
            Settled::Retry { error, .. } => (error, true),
            Settled::Dead { error } => (error, false),
        };
        *(if again { &mut self.retried } else { &mut self.dead }) += 1;
        self.failures.push(FailedAttempt {
            incident: row.incident,
            kind: row.kind.name(),
            channel: row.channel.clone(),
            recipient: row.recipient.clone(),
            error: error.clone(),
            again,
        });
    }
}
