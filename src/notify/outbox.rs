//! Intents to tell somebody, and what became of each.
//!
//! 1. The run that decides inserts rows, in the transaction that changes the alerts.
//! 2. Delivery claims a row by compare-and-set on its attempts and takes a lease: a second run passes it by.
//! 3. It sends, then settles the row. A run that dies in between leaves a lease that runs out, and the row is tried
//!    again under the same idempotency key: at least once.
//! 4. An action is settled as "started" before it starts; one that was left so is unknown and never repeated.

use jiff::Timestamp;

use super::statements;
use crate::db::{DbError, Row, Session, Value};

/// What an intent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An incident opened.
    Open,
    /// It ended.
    End,
    /// A command is to run.
    Action,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::End => "end",
            Self::Action => "action",
        }
    }

    fn parse(text: &str) -> Result<Self, DbError> {
        [Self::Open, Self::End, Self::Action]
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| DbError::Refused(format!("the outbox has a row of the unknown kind {text:?}")))
    }
}

/// Something to be told, not yet stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Intent {
    pub kind: Kind,
    pub channel: String,
    pub recipient: String,
    /// Why nobody can be told; the row is kept as `skipped` then, for whoever asks later.
    pub skipped: Option<String>,
}

/// A stored intent.
#[derive(Clone, Debug)]
pub(crate) struct OutboxRow {
    pub id: i64,
    pub incident: i64,
    pub kind: Kind,
    pub channel: String,
    pub recipient: String,
    pub created: Timestamp,
    pub not_before: Timestamp,
    pub attempts: i64,
    /// `queued`, `sending`, `sent`, `superseded`, `skipped`, `dead`; for actions also `started` and `unknown`.
    pub state: String,
    pub error: Option<String>,
    pub settled: Option<Timestamp>,
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Sent {
        body: String,
    },
    Retry {
        at: Timestamp,
        error: String,
    },
    Dead {
        error: String,
    },
    Skipped {
        reason: String,
    },
    /// An action that was started by a run that died.
    Unknown,
}

fn read(row: &dyn Row) -> Result<OutboxRow, DbError> {
    let time = |column| Ok::<_, DbError>(row.time(column)?.unwrap_or(Timestamp::UNIX_EPOCH));
    Ok(OutboxRow {
        id: row.int(0)?,
        incident: row.int(1)?,
        kind: Kind::parse(&row.text(2)?)?,
        channel: row.text(3)?,
        recipient: row.text(4)?,
        created: time(5)?,
        not_before: time(6)?,
        attempts: row.int(7)?,
        state: row.text(8)?,
        error: row.get(9)?.as_str().map(str::to_owned),
        settled: row.time(10)?,
    })
}

/// Queues an intent; one that is queued already stays as it is.
pub(crate) fn put_intent(
    session: &mut dyn Session,
    incident: i64,
    revision: i64,
    intent: &Intent,
    now: Timestamp,
) -> Result<(), DbError> {
    let state = if intent.skipped.is_some() { "skipped" } else { "queued" };
    let (channel, recipient) = (intent.channel.as_str().into(), intent.recipient.as_str().into());
    let set = [
        incident.into(),
        revision.into(),
        intent.kind.name().into(),
        channel,
        recipient,
        now.into(),
        state.into(),
        intent.skipped.clone().into(),
    ];
    session.execute(&statements::PUT, &set).map(drop)
}

/// Everything that was to be told about an incident, oldest first.
pub(crate) fn rows_of_incident(session: &mut dyn Session, incident: i64) -> Result<Vec<OutboxRow>, DbError> {
    session.collect(&statements::OF_INCIDENT, &[incident.into()], read)
}

/// Withdraws an opening that nobody has tried to send.
pub(crate) fn supersede(session: &mut dyn Session, id: i64, now: Timestamp) -> Result<(), DbError> {
    session.execute(&statements::SUPERSEDE, &[id.into(), now.into()]).map(drop)
}

/// Up to `limit` rows that may be tried now, in order.
pub(super) fn due(session: &mut dyn Session, now: Timestamp, limit: i64) -> Result<Vec<OutboxRow>, DbError> {
    session.collect(&statements::DUE, &[now.into(), limit.into()], read)
}

/// Claims a row until `lease_until`; false if another run was faster.
pub(super) fn claim(
    session: &mut dyn Session,
    row: &OutboxRow,
    lease_until: Timestamp,
) -> Result<bool, DbError> {
    let state = if row.kind == Kind::Action { "started" } else { "sending" };
    let set = [row.id.into(), row.attempts.into(), state.into(), lease_until.into()];
    Ok(session.execute(&statements::CLAIM, &set)? == 1)
}

/// Stores how the claimed attempt of a row ended. A row that another run has claimed since is left alone.
pub(super) fn settle(
    session: &mut dyn Session,
    row: &OutboxRow,
    settled: &Settled,
    now: Timestamp,
) -> Result<(), DbError> {
    let (state, error, body, at, not_before) = match settled {
        Settled::Sent { body } => ("sent", None, Some(body), Some(now), row.not_before),
        Settled::Retry { at, error } => ("queued", Some(error), None, None, *at),
        Settled::Dead { error } => ("dead", Some(error), None, Some(now), row.not_before),
        Settled::Skipped { reason } => ("skipped", Some(reason), None, Some(now), row.not_before),
        Settled::Unknown => ("unknown", None, None, Some(now), row.not_before),
    };
    let text = |text: Option<&String>| -> Value { text.map(String::as_str).into() };
    let set = [
        row.id.into(),
        row.attempts.into(),
        state.into(),
        text(error),
        text(body),
        at.into(),
        not_before.into(),
    ];
    session.execute(&statements::SETTLE, &set).map(drop)
}

/// When an action last started, other than by this row.
pub(super) fn last_action(session: &mut dyn Session, row: &OutboxRow) -> Result<Option<Timestamp>, DbError> {
    let last =
        session.first(&statements::LAST_ACTION, &[row.recipient.as_str().into(), row.id.into()], |row| {
            row.time(0)
        })?;
    Ok(last.flatten())
}

/// How many rows wait, and how many are dead.
pub(super) fn counts(session: &mut dyn Session) -> Result<(i64, i64), DbError> {
    let counts = session.first(&statements::COUNTS, &[], |row| Ok((row.int(0)?, row.int(1)?)))?;
    Ok(counts.unwrap_or_default())
}
