//! Intents to tell somebody, and what became of each.
//!
//! 1. The run that decides inserts rows, in the transaction that changes the alerts.
//! 2. Delivery claims a row by compare-and-set on its attempts and takes a lease: a second run passes it by.
//! 3. It sends, then settles the row. A run that dies in between leaves a lease that runs out, and the row is tried
//!    again under the same idempotency key: at least once. Such an attempt has not failed, as far as anybody knows: it
//!    makes the next lease longer, and no row is given up for it.
//! 4. An action is settled as "started" before it starts; one that was left so is unknown and never repeated.
//!
//! Rows of one channel, recipient and bundle that are due together are sent as one message. The first attempt makes
//! the bundle theirs alone: a retry says the same under the same key, whatever has been queued since.

use std::collections::BTreeSet;
use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::{Kind, State, statements};
use crate::db::{DbError, Row, Session, Value};

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    Incident(i64),
    Event(i64),
    /// A test message, told apart by its instant.
    Test(String),
}

impl Subject {
    pub(crate) fn incident(&self) -> Option<i64> {
        if let Self::Incident(id) = self { Some(*id) } else { None }
    }

    pub(crate) fn event(&self) -> Option<i64> {
        if let Self::Event(id) = self { Some(*id) } else { None }
    }

    fn parse(text: &str) -> Result<Self, DbError> {
        let broken = || DbError::Refused(format!("the outbox has a row about the unknown {text:?}"));
        let (what, which) = text.split_once(':').ok_or_else(broken)?;
        let id = || which.parse().map_err(|_| broken());
        match what {
            "incident" => Ok(Self::Incident(id()?)),
            "event" => Ok(Self::Event(id()?)),
            "test" => Ok(Self::Test(which.to_owned())),
            _ => Err(broken()),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incident(id) => write!(out, "incident:{id}"),
            Self::Event(id) => write!(out, "event:{id}"),
            Self::Test(which) => write!(out, "test:{which}"),
        }
    }
}

/// Something to be told, not yet stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Intent {
    pub kind: Kind,
    /// 0 for the opening, then the step of the escalation.
    pub step: i64,
    pub channel: String,
    /// The name that the configuration gives the recipient.
    pub person: String,
    pub recipient: String,
    /// Why nobody can be told; the row is kept as `skipped` then, for whoever asks later.
    pub skipped: Option<String>,
    /// Not before then; at once where absent.
    pub not_before: Option<Timestamp>,
    /// Sent together with the other intents of this name that are due at the same time.
    pub bundle: Option<String>,
}

impl Intent {
    /// An intent without delay or doubt.
    pub(crate) fn new(kind: Kind, channel: &str, person: &str, recipient: &str) -> Self {
        let (channel, person, recipient) = (channel.to_owned(), person.to_owned(), recipient.to_owned());
        Self { kind, step: 0, channel, person, recipient, skipped: None, not_before: None, bundle: None }
    }
}

/// A stored intent.
#[derive(Clone, Debug)]
pub(crate) struct OutboxRow {
    pub id: i64,
    pub subject: Subject,
    pub revision: i64,
    pub step: i64,
    pub kind: Kind,
    pub channel: String,
    pub person: String,
    pub recipient: String,
    pub bundle: Option<String>,
    pub created: Timestamp,
    pub not_before: Timestamp,
    /// How often it was claimed; each claim is told from any other by it.
    pub attempts: i64,
    /// How many attempts are known to have failed: those whose run died are not.
    pub failures: i64,
    pub state: State,
    pub error: Option<String>,
    pub settled: Option<Timestamp>,
    /// That of its incident, if it is about one.
    pub severity: Option<String>,
    /// Until when the run that claimed it last has it to itself.
    pub lease_until: Option<Timestamp>,
}

impl OutboxRow {
    /// Whether somebody may have heard a beginning by it.
    pub(crate) fn may_have_opened(&self) -> bool {
        self.kind.is_opening() && self.may_be_heard()
    }

    /// Whether its recipient may have got it: it was attempted, and not refused at once and for good.
    pub(super) fn may_be_heard(&self) -> bool {
        self.attempts > 0 && !self.was_refused()
    }

    /// Whether its only attempt was refused for good. Of several, an earlier one may have arrived though its answer was
    /// lost; a row that was merely tried too often has failed more than once.
    fn was_refused(&self) -> bool {
        self.state == State::Dead && (self.attempts, self.failures) == (1, 1)
    }
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Sent {
        body: String,
        /// What the channel answered, for later messages about the same subject.
        receipt: Option<String>,
        /// What was amiss all the same.
        note: Option<String>,
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

pub(super) fn read(row: &dyn Row) -> Result<OutboxRow, DbError> {
    let time = |column| Ok::<_, DbError>(row.time(column)?.unwrap_or(Timestamp::UNIX_EPOCH));
    let optional = |column| Ok::<_, DbError>(row.get(column)?.as_str().map(str::to_owned));
    Ok(OutboxRow {
        id: row.int(0)?,
        subject: Subject::parse(&row.text(1)?)?,
        revision: row.int(2)?,
        step: row.int(3)?,
        kind: Kind::parse(&row.text(4)?)?,
        channel: row.text(5)?,
        person: row.text(6)?,
        recipient: row.text(7)?,
        bundle: optional(8)?,
        created: time(9)?,
        not_before: time(10)?,
        attempts: row.int(11)?,
        state: State::parse(&row.text(12)?)?,
        error: optional(13)?,
        settled: row.time(14)?,
        failures: row.int(15)?,
        severity: optional(16)?,
        lease_until: row.time(17)?,
    })
}

/// Queues an intent; one that is queued already stays as it is.
pub(crate) fn put_intent(
    session: &mut dyn Session,
    subject: &Subject,
    revision: i64,
    intent: &Intent,
    now: Timestamp,
) -> Result<(), DbError> {
    let state = if intent.skipped.is_some() { State::Skipped } else { State::Queued };
    let (channel, person) = (intent.channel.as_str().into(), intent.person.as_str().into());
    let set = [
        subject.to_string().into(),
        subject.incident().into(),
        subject.event().into(),
        revision.into(),
        intent.step.into(),
        intent.kind.name().into(),
        channel,
        person,
        intent.recipient.as_str().into(),
        intent.bundle.clone().into(),
        now.into(),
        intent.not_before.unwrap_or(now).max(now).into(),
        state.name().into(),
        intent.skipped.clone().into(),
    ];
    session.execute(&statements::PUT, &set).map(drop)
}

/// Everything that was to be told about an incident, oldest first.
pub(crate) fn rows_of_incident(session: &mut dyn Session, incident: i64) -> Result<Vec<OutboxRow>, DbError> {
    session.collect(&statements::OF_INCIDENT, &[incident.into()], read)
}

/// Withdraws an opening that nobody has tried to send, and keeps why.
pub(crate) fn supersede(
    session: &mut dyn Session,
    id: i64,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    session.execute(&statements::SUPERSEDE, &[id.into(), now.into(), reason.into()]).map(drop)
}

/// Puts a row off without counting an attempt, and keeps why.
pub(super) fn defer(
    session: &mut dyn Session,
    row: &OutboxRow,
    until: Timestamp,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let set = [row.id.into(), until.into(), reason.into(), row.attempts.into(), now.into()];
    session.execute(&statements::DEFER, &set).map(drop)
}

/// How far the clocks of two runs that overlap may differ. What was handled later than that was handled by a clock that
/// was ahead, and what that put off is due.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

fn ahead(now: Timestamp) -> Timestamp {
    now.saturating_add(SKEW).unwrap_or(now)
}

/// The rows that may be tried now; of one subject or channel only, where that is given.
pub(super) fn due(
    session: &mut dyn Session,
    now: Timestamp,
    about: Option<&Subject>,
    channel: Option<&str>,
) -> Result<Vec<OutboxRow>, DbError> {
    let about = about.map(Subject::to_string);
    session.collect(&statements::DUE, &[now.into(), ahead(now).into(), about.into(), channel.into()], read)
}

/// A due row with all those that are sent together with it. Once it was attempted its company stays what it was.
pub(super) fn company(
    session: &mut dyn Session,
    first: &OutboxRow,
    now: Timestamp,
) -> Result<Vec<OutboxRow>, DbError> {
    if first.bundle.is_none() {
        return Ok(vec![first.clone()]);
    }
    let set = [
        now.into(),
        ahead(now).into(),
        first.channel.as_str().into(),
        first.recipient.as_str().into(),
        first.bundle.clone().into(),
        first.attempts.into(),
        first.state.name().into(),
    ];
    session.collect(&statements::COMPANY, &set, read)
}

/// Lets go at `now` what a run whose clock was ahead wanted to leave at once.
pub(crate) fn bring_back(session: &mut dyn Session, now: Timestamp) -> Result<(), DbError> {
    session.execute(&statements::BRING_BACK, &[now.into()]).map(drop)
}

/// The name of the bundle that rows share from their first attempt on: `first` leads them.
pub(super) fn own_bundle(first: &OutboxRow) -> Option<String> {
    let bundle = first.bundle.as_ref()?;
    let fresh = || format!("{}#{}", shared_bundle(bundle), first.id);
    Some(if first.attempts == 0 { fresh() } else { bundle.clone() })
}

/// The name that a bundle had before it was first attempted.
pub(crate) fn shared_bundle(bundle: &str) -> &str {
    match bundle.rsplit_once('#') {
        Some((shared, id)) if id.parse::<i64>().is_ok() => shared,
        _ => bundle,
    }
}

/// Claims a row, in this bundle, until `lease_until`; false if another run was faster.
pub(super) fn claim(
    session: &mut dyn Session,
    row: &OutboxRow,
    bundle: Option<&str>,
    lease_until: Timestamp,
    now: Timestamp,
) -> Result<bool, DbError> {
    let state = if row.kind == Kind::Action { State::Started } else { State::Sending };
    let set = [
        row.id.into(),
        row.attempts.into(),
        state.name().into(),
        lease_until.into(),
        bundle.into(),
        now.into(),
    ];
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
        Settled::Sent { body, note, .. } => {
            (State::Sent, note.as_ref(), Some(body), Some(now), row.not_before)
        }
        Settled::Retry { at, error } => (State::Queued, Some(error), None, None, *at),
        Settled::Dead { error } => (State::Dead, Some(error), None, Some(now), row.not_before),
        Settled::Skipped { reason } => (State::Skipped, Some(reason), None, Some(now), row.not_before),
        Settled::Unknown => (State::Unknown, None, None, Some(now), row.not_before),
    };
    let failures = row.failures + i64::from(matches!(settled, Settled::Retry { .. } | Settled::Dead { .. }));
    let receipt = if let Settled::Sent { receipt, .. } = settled { receipt.clone() } else { None };
    let text = |text: Option<&String>| -> Value { text.map(String::as_str).into() };
    let set = [
        row.id.into(),
        row.attempts.into(),
        state.name().into(),
        text(error),
        text(body),
        at.into(),
        not_before.into(),
        receipt.into(),
        failures.into(),
    ];
    session.execute(&statements::SETTLE, &set).map(drop)
}

/// What the channel last answered about the same subject to the same recipient.
pub(super) fn receipt(session: &mut dyn Session, row: &OutboxRow) -> Result<Option<String>, DbError> {
    let set = [row.subject.to_string().into(), row.channel.as_str().into(), row.recipient.as_str().into()];
    session.first(&statements::RECEIPT, &set, |row| row.text(0))
}

/// When an action last started, other than by this row; one that runs has started now.
pub(super) fn last_action(
    session: &mut dyn Session,
    row: &OutboxRow,
    now: Timestamp,
) -> Result<Option<Timestamp>, DbError> {
    let set = [row.recipient.as_str().into(), row.id.into(), now.into()];
    Ok(session.first(&statements::LAST_ACTION, &set, |row| row.time(0))?.flatten())
}

/// When the messages of a channel went out that count against its rate, oldest first.
pub(super) fn sent_since(
    session: &mut dyn Session,
    channel: &str,
    since: Timestamp,
) -> Result<Vec<Timestamp>, DbError> {
    session.collect(&statements::SENT_SINCE, &[channel.into(), since.into()], |row| {
        Ok(row.time(0)?.unwrap_or(since))
    })
}

/// The open incidents that somebody was told of by a channel.
pub(super) fn open_incidents_told(session: &mut dyn Session, channel: &str) -> Result<Vec<i64>, DbError> {
    session.collect(&statements::OPEN_TOLD, &[channel.into()], |row| row.int(0))
}

/// Whom nobody has told since their beginning was given up, before this run: of incidents that are open.
pub(super) fn untold(session: &mut dyn Session, now: Timestamp) -> Result<Vec<OutboxRow>, DbError> {
    let mut rows = session.collect(&statements::DEAD_OF_OPEN, &[], read)?;
    rows.retain(|row| row.settled != Some(now));
    let mut all = Vec::new();
    for incident in rows.iter().filter_map(|row| row.subject.incident()).collect::<BTreeSet<_>>() {
        all.extend(rows_of_incident(session, incident)?);
    }
    let untold: BTreeSet<i64> = given_up(&all).map(|row| row.id).collect();
    rows.retain(|row| untold.contains(&row.id));
    Ok(rows)
}

/// The beginnings that were given up and that no later message made good for.
pub(crate) fn given_up(rows: &[OutboxRow]) -> impl Iterator<Item = &OutboxRow> {
    let made_good = |row: &OutboxRow| {
        rows.iter().any(|later| {
            later.id > row.id
                && later.state == State::Sent
                && (&later.subject, &later.channel, &later.recipient)
                    == (&row.subject, &row.channel, &row.recipient)
        })
    };
    rows.iter().filter(move |row| row.state == State::Dead && row.kind.is_opening() && !made_good(row))
}

/// How many rows wait, how many of these because an attempt failed, and how many are dead.
pub(super) fn counts(session: &mut dyn Session) -> Result<(i64, i64, i64), DbError> {
    let counts =
        session.first(&statements::COUNTS, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))?;
    Ok(counts.unwrap_or_default())
}
