//! Delivery: claim, look again, render, send, settle. Database work and network work never overlap.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::task::JoinSet;

use super::channel::{self, SendError};
use super::message::{Message, Parts, SHOWN};
use super::outbox::{self, OutboxRow, Settled, put_intent};
use super::rate::Rates;
use super::{Intent, Kind, Look, Story, Subject, Tale, Telling, action, retry};
use crate::config::{Action, Channel, Delivery as Limits};
use crate::db::{Database, DbError, Session};
use crate::render::Templates;
use crate::time::Duration;

/// How many are sent at once.
const BATCH: i64 = 16;
/// Longer than any one attempt: what a claimed row is ours for beyond the end of the run.
const LONGEST_ATTEMPT: SignedDuration = SignedDuration::from_secs(75);

/// What delivery works with.
pub(crate) struct Deliverer<'a> {
    pub database: &'a Database,
    pub channels: &'a BTreeMap<String, Channel>,
    /// Rate limits, by channel.
    pub limits: &'a BTreeMap<String, Limits>,
    pub actions: &'a BTreeMap<String, Action>,
    pub templates: &'a Templates,
    pub telling: &'a dyn Telling,
    /// The configuration's, for secret files.
    pub folder: PathBuf,
    /// How often alerts are evaluated.
    pub interval: Duration,
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
    /// What of that waits because an attempt failed.
    pub failing: i64,
    /// What was given up, in this run and earlier ones.
    pub dead_letters: i64,
    pub failures: Vec<FailedAttempt>,
}

/// An attempt that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FailedAttempt {
    /// What it was about: `incident 3`.
    pub subject: String,
    pub kind: &'static str,
    pub channel: String,
    pub recipient: String,
    pub error: String,
    /// Whether it will be tried again.
    pub again: bool,
}

/// Claimed rows that share one attempt, and all that it needs.
struct Parcel {
    rows: Vec<OutboxRow>,
    attempt: Attempt,
}

enum Attempt {
    Send {
        channel: Channel,
        message: Box<Message>,
    },
    Run {
        action: Action,
        story: Box<Story>,
    },
    /// Nothing can be tried.
    Settle(Settled),
}

impl Deliverer<'_> {
    /// Works off what is due, for `limit` at the most; what is left is the next run's. Of one subject only, where it is
    /// given.
    pub(crate) fn deliver(
        &self,
        now: Timestamp,
        limit: std::time::Duration,
        about: Option<&Subject>,
    ) -> Result<Delivery, DbError> {
        let (began, mut total) = (Instant::now(), Delivery::default());
        let run = SignedDuration::try_from(limit).unwrap_or(SignedDuration::MAX);
        let lease_until = now.saturating_add(run.saturating_add(LONGEST_ATTEMPT)).unwrap_or(now);
        while began.elapsed() < limit {
            let rows = self.database.read(|session| outbox::due(session, now, BATCH, about))?;
            if rows.is_empty() {
                break;
            }
            let parcels = self.database.write(|session| self.claim_all(session, &rows, now, lease_until))?;
            let settled =
                self.attempt(parcels, now).map_err(|error| DbError::Refused(format!("network: {error}")))?;
            self.database.write(|session| {
                settled.iter().try_for_each(|(rows, settled)| self.settle(session, rows, settled, now))
            })?;
            for (rows, settled) in &settled {
                total.count(&rows[0], settled);
            }
        }
        if about.is_none() {
            total.failures.extend(self.refresh(now)?);
        }
        (total.waiting, total.failing, total.dead_letters) = self.database.read(outbox::counts)?;
        Ok(total)
    }

    /// Works off what is due as if every attempt succeeded, and gives the rows that would have been sent. Nothing leaves
    /// and nothing runs.
    pub(crate) fn rehearse(&self, now: Timestamp) -> Result<Vec<OutboxRow>, DbError> {
        let mut sent = Vec::new();
        let lease_until = now.saturating_add(LONGEST_ATTEMPT).unwrap_or(now);
        loop {
            let rows = self.database.read(|session| outbox::due(session, now, BATCH, None))?;
            if rows.is_empty() {
                return Ok(sent);
            }
            for Parcel { rows, attempt } in
                self.database.write(|session| self.claim_all(session, &rows, now, lease_until))?
            {
                let settled = match attempt {
                    Attempt::Settle(settled) => settled,
                    Attempt::Send { message, .. } => Settled::Sent { body: message.text, receipt: None },
                    Attempt::Run { .. } => Settled::Sent { body: String::new(), receipt: None },
                };
                self.database.write(|session| self.settle(session, &rows, &settled, now))?;
                if matches!(settled, Settled::Sent { .. }) {
                    sent.extend(rows);
                }
            }
        }
    }

    fn claim_all(
        &self,
        session: &mut dyn Session,
        rows: &[OutboxRow],
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Vec<Parcel>, DbError> {
        let (mut parcels, mut rates) = (Vec::<Parcel>::new(), Rates::new(self.limits));
        for row in rows {
            if parcels.iter().any(|parcel| parcel.rows.iter().any(|known| known.id == row.id)) {
                continue;
            }
            if let Some(until) = rates.wait(session, &row.channel, now)? {
                for row in outbox::company(session, row, now)? {
                    outbox::defer(session, &row, until, "the channel's rate limit")?;
                }
                continue;
            }
            let parcel = self.claim(session, row, now, lease_until)?;
            if parcel.as_ref().is_some_and(|parcel| matches!(parcel.attempt, Attempt::Send { .. })) {
                rates.count(&row.channel, now);
            }
            parcels.extend(parcel);
        }
        Ok(parcels)
    }

    /// Claims a row with its bundle and prepares their attempt from things as they are now; `None` if there is
    /// nothing to try.
    fn claim(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Option<Parcel>, DbError> {
        if row.state == "started" {
            outbox::settle(session, row, &Settled::Unknown, now)?;
            return Ok(None);
        }
        let (mut rows, mut tales, mut bundle) = (Vec::new(), Vec::new(), None);
        for row in outbox::company(session, row, now)? {
            // Only so many are shown; a look at each of the others would be for nothing.
            let tale = if tales.len() < SHOWN { self.look(session, &row, now)? } else { None };
            if tale.is_none() && tales.len() < SHOWN {
                continue;
            }
            bundle = bundle.or_else(|| outbox::own_bundle(&row));
            if outbox::claim(session, &row, bundle.as_deref(), lease_until)? {
                rows.push(OutboxRow { attempts: row.attempts + 1, bundle: bundle.clone(), ..row });
                tales.extend(tale);
            }
        }
        let Some(first) = rows.first() else { return Ok(None) };
        let attempt = if let (Kind::Action, [Tale::Incident(story)]) = (first.kind, tales.as_slice()) {
            self.prepare_action(session, first, story, now)?
        } else {
            let receipt = outbox::receipt(session, first)?;
            self.prepare_message(Parts { rows: &rows, tales, receipt }, now)
        };
        Ok(Some(Parcel { rows, attempt }))
    }

    /// What a row is to say now; `None` if it is put off or withdrawn. What was attempted before is tried to the end.
    fn look(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        now: Timestamp,
    ) -> Result<Option<Tale>, DbError> {
        match self.telling.look(session, row)? {
            Look::Tell(tale) => return Ok(Some(tale)),
            Look::Later { until, reason } => outbox::defer(session, row, until, &reason)?,
            Look::Withdraw { reason } => {
                let settled = Settled::Skipped { reason };
                outbox::settle(session, row, &settled, now)?;
            }
        }
        Ok(None)
    }

    fn prepare_action(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        story: &Story,
        now: Timestamp,
    ) -> Result<Attempt, DbError> {
        let skipped = |reason: String| Ok(Attempt::Settle(Settled::Skipped { reason }));
        let Some(action) = self.actions.get(&row.recipient) else {
            return skipped(format!("tillwatch.toml has no [actions.{}]", row.recipient));
        };
        let last = outbox::last_action(session, row, now)?;
        if last.is_some_and(|last| now.duration_since(last) < action.max_per.signed()) {
            return skipped(format!("ran less than {} ago", action.max_per));
        }
        Ok(Attempt::Run { action: action.clone(), story: Box::new(story.clone()) })
    }

    fn prepare_message(&self, parts: Parts<'_>, now: Timestamp) -> Attempt {
        let first = &parts.rows[0];
        let Some(channel) = self.channels.get(&first.channel) else {
            let error = format!("tillwatch.toml has no [channels.{}]", first.channel);
            return Attempt::Settle(Settled::Dead { error });
        };
        let attempts = first.attempts;
        match Message::render(self.templates, parts) {
            Ok(message) => Attempt::Send { channel: channel.clone(), message: Box::new(message) },
            // A template can be mended: the message waits for that.
            Err(error) => {
                let error = SendError::temporary(error.to_string());
                Attempt::Settle(retry::after_failure(&error, attempts, now))
            }
        }
    }

    /// Makes all attempts side by side.
    fn attempt(&self, parcels: Vec<Parcel>, now: Timestamp) -> io::Result<Vec<(Vec<OutboxRow>, Settled)>> {
        if parcels.is_empty() {
            return Ok(Vec::new());
        }
        let context = self.context(now);
        crate::net::runtime()?.block_on(async {
            let mut tasks = JoinSet::new();
            for Parcel { rows, attempt } in parcels {
                let context = context.clone();
                tasks.spawn(async move {
                    let settled = match attempt {
                        Attempt::Settle(settled) => settled,
                        Attempt::Run { action, story } => action::run(&action, &story).await,
                        Attempt::Send { channel, message } => {
                            match channel::send(&channel, &message, &context).await {
                                Ok(sent) => Settled::Sent { body: message.text, receipt: sent.receipt },
                                Err(error) => retry::after_failure(&error, rows[0].attempts, now),
                            }
                        }
                    };
                    (rows, settled)
                });
            }
            let mut done = tasks.join_all().await;
            done.sort_by_key(|(rows, _)| rows[0].id);
            Ok(done)
        })
    }

    /// Stores what became of an attempt; whom a dead one did not reach is told by the channel's fallback.
    fn settle(
        &self,
        session: &mut dyn Session,
        rows: &[OutboxRow],
        settled: &Settled,
        now: Timestamp,
    ) -> Result<(), DbError> {
        for row in rows {
            outbox::settle(session, row, settled, now)?;
            if matches!(settled, Settled::Dead { .. }) && row.kind != Kind::Action {
                for intent in self.telling.fallback(row) {
                    let intent = Intent { bundle: row.bundle.clone(), ..intent };
                    put_intent(session, &row.subject, row.revision, &intent, now)?;
                }
            }
        }
        Ok(())
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
            subject: row.subject.to_string().replace(':', " "),
            kind: row.kind.name(),
            channel: row.channel.clone(),
            recipient: row.recipient.clone(),
            error: error.clone(),
            again,
        });
    }
}
