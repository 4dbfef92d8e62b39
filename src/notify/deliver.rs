//! Delivery: claim, look again, render, send, settle. Database work and network work never overlap.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use super::channel;
use super::delivery::Delivery;
use super::lanes::Lanes;
use super::message::Message;
use super::outbox::{self, OutboxRow, Settled, put_intent};
use super::{Intent, Kind, Story, Subject, Telling, action, retry, rows_of_subject};
use crate::config::{Action, Channel, Delivery as Limits};
use crate::db::{Database, DbError, Session};
use crate::net::background_runtime;
use crate::render::Templates;
use crate::time::Duration;

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

/// Claimed rows that share one attempt, and all that it needs.
pub(super) struct Parcel {
    pub rows: Vec<OutboxRow>,
    pub attempt: Attempt,
}

pub(super) enum Attempt {
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

/// An attempt that was made: what it was about and how it ended.
type Made = (Vec<OutboxRow>, Settled);

/// One run's work.
struct Work<'a> {
    now: Timestamp,
    lease_until: Timestamp,
    about: Option<&'a Subject>,
    lanes: Lanes,
    tasks: JoinSet<Made>,
}

impl Deliverer<'_> {
    /// Works off what is due, for `limit` at the most; what is left is the next run's. Of one subject only, where it is
    /// given.
    ///
    /// Each channel is worked by itself, the gravest first: one that hangs keeps no other waiting.
    pub(crate) fn deliver(
        &self,
        now: Timestamp,
        limit: std::time::Duration,
        about: Option<&Subject>,
    ) -> Result<Delivery, DbError> {
        let began = Instant::now();
        let run = SignedDuration::try_from(limit).unwrap_or(SignedDuration::MAX);
        let lease_until = now.saturating_add(run.saturating_add(LONGEST_ATTEMPT)).unwrap_or(now);
        let mut work = Work { now, lease_until, about, lanes: Lanes::default(), tasks: JoinSet::new() };
        work.lanes.queue(self.due(now, about, None)?);
        let runtime = background_runtime().map_err(|error| network(&error))?;
        let mut made = Vec::new();
        loop {
            if began.elapsed() < limit && self.begin(&mut work, &runtime)? {
                continue;
            }
            let Some(first) = runtime.block_on(work.tasks.join_next()) else { break };
            let mut done = vec![first.map_err(|error| network(&error))?];
            while let Some(more) = work.tasks.try_join_next() {
                done.push(more.map_err(|error| network(&error))?);
            }
            self.finish(&mut work, &done)?;
            made.extend(done);
        }
        // An address that is still being looked up is nobody's concern any more.
        runtime.shutdown_background();
        made.sort_by_key(|(rows, _)| rows[0].id);
        let mut total = Delivery::default();
        for (rows, settled) in &made {
            total.count(&rows[0], settled);
        }
        if about.is_none() {
            total.failures.extend(self.refresh(now)?);
        }
        total.untold = self.database.read(|session| outbox::untold(session, now))?;
        (total.waiting, total.failing, total.dead_letters) = self.database.read(outbox::counts)?;
        Ok(total)
    }

    /// Works off what is due as if every attempt succeeded, and gives the rows that would have been sent. Nothing leaves
    /// and nothing runs.
    pub(crate) fn rehearse(&self, now: Timestamp) -> Result<Vec<OutboxRow>, DbError> {
        let (mut sent, lanes) = (Vec::new(), Lanes::default());
        let lease_until = now.saturating_add(LONGEST_ATTEMPT).unwrap_or(now);
        loop {
            let rows = self.due(now, None, None)?;
            if rows.is_empty() {
                return Ok(sent);
            }
            let claimed =
                self.database.write(|session| self.claim_all(session, &rows, &lanes, now, lease_until))?;
            for Parcel { rows, attempt } in claimed.parcels {
                let settled = match attempt {
                    Attempt::Settle(settled) => settled,
                    Attempt::Send { message, .. } => {
                        Settled::Sent { body: message.text, receipt: None, note: None }
                    }
                    Attempt::Run { .. } => Settled::Sent { body: String::new(), receipt: None, note: None },
                };
                self.database.write(|session| self.settle(session, &rows, &settled, now))?;
                if matches!(settled, Settled::Sent { .. }) {
                    sent.extend(rows);
                }
            }
        }
    }

    /// What is due, of one subject or channel only where that is given: the gravest first, then what has been due for
    /// longest. Incidents go before whatever has no severity.
    fn due(
        &self,
        now: Timestamp,
        about: Option<&Subject>,
        channel: Option<&str>,
    ) -> Result<Vec<OutboxRow>, DbError> {
        let mut rows = self.database.read(|session| outbox::due(session, now, about, channel))?;
        rows.sort_by_cached_key(|row| {
            let gravity = row.severity.as_deref().map(|severity| self.telling.gravity(severity));
            (gravity.is_none(), gravity, row.not_before, row.id)
        });
        Ok(rows)
    }

    /// Begins what there is room for; false if there is nothing to begin.
    fn begin(&self, work: &mut Work<'_>, runtime: &Runtime) -> Result<bool, DbError> {
        for channel in work.lanes.stale() {
            work.lanes.queue(self.due(work.now, work.about, Some(&channel))?);
        }
        let rows = work.lanes.take();
        if rows.is_empty() {
            return Ok(false);
        }
        let claimed = self
            .database
            .write(|session| self.claim_all(session, &rows, &work.lanes, work.now, work.lease_until))?;
        work.lanes.forget(&claimed.seen);
        for parcel in claimed.parcels {
            work.lanes.begin(&parcel.rows[0].channel);
            work.tasks.spawn_on(attempt(parcel, self.context(work.now)), runtime.handle());
        }
        Ok(true)
    }

    /// Stores what became of attempts, and makes room for more.
    fn finish(&self, work: &mut Work<'_>, done: &[Made]) -> Result<(), DbError> {
        let others = self.database.write(|session| {
            let mut others = BTreeSet::new();
            for (rows, settled) in done {
                others.extend(self.settle(session, rows, settled, work.now)?);
            }
            Ok(others)
        })?;
        for (rows, _) in done {
            work.lanes.end(&rows[0].channel);
        }
        for channel in &others {
            work.lanes.touch(channel);
        }
        Ok(())
    }

    /// Stores what became of an attempt; whom a dead one did not reach is told by the channel's fallback. Gives the
    /// channels that it falls back to.
    fn settle(
        &self,
        session: &mut dyn Session,
        rows: &[OutboxRow],
        settled: &Settled,
        now: Timestamp,
    ) -> Result<BTreeSet<String>, DbError> {
        let mut others = BTreeSet::new();
        for row in rows {
            outbox::settle(session, row, settled, now)?;
            if matches!(settled, Settled::Dead { .. }) && row.kind != Kind::Action {
                for intent in self.fallback(session, row)? {
                    put_intent(session, &row.subject, row.revision, &intent, now)?;
                    others.insert(intent.channel);
                }
            }
        }
        Ok(others)
    }

    /// Who is told in place of whom a row did not reach. An end is for those alone who may have heard of a beginning.
    fn fallback(&self, session: &mut dyn Session, row: &OutboxRow) -> Result<Vec<Intent>, DbError> {
        let mut intents = self.telling.fallback(row);
        if row.kind == Kind::End && !intents.is_empty() {
            let told = rows_of_subject(session, &row.subject)?;
            let may_have_heard = |intent: &Intent| {
                let is_theirs =
                    |row: &&OutboxRow| (&row.channel, &row.recipient) == (&intent.channel, &intent.recipient);
                told.iter().filter(is_theirs).any(OutboxRow::may_have_opened)
            };
            intents.retain(may_have_heard);
        }
        Ok(intents.into_iter().map(|intent| Intent { bundle: row.bundle.clone(), ..intent }).collect())
    }
}

/// Makes one attempt.
async fn attempt(parcel: Parcel, context: channel::Context) -> Made {
    let Parcel { rows, attempt } = parcel;
    let settled = match attempt {
        Attempt::Settle(settled) => settled,
        Attempt::Run { action, story } => action::run(&action, &story).await,
        Attempt::Send { channel, message } => match channel::send(&channel, &message, &context).await {
            Ok(sent) => Settled::Sent { note: message.note(), body: message.text, receipt: sent.receipt },
            Err(error) => retry::after_failure(&error, &rows[0], context.now),
        },
    };
    (rows, settled)
}

fn network(error: &dyn std::error::Error) -> DbError {
    DbError::Refused(format!("network: {error}"))
}
