//! What there is to tell, as templates and channels see it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::{Intent, OutboxRow, Tally};
use crate::db::{DbError, Session};
use crate::label::Labels;
use crate::time::Duration;

/// An incident, looked up right before it is told.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Story {
    /// The project's name.
    pub project: String,
    pub url: Option<String>,
    /// Tells this database from any other, for keys that receivers remember.
    #[serde(skip)]
    pub origin: String,
    pub incident: i64,
    pub severity: String,
    /// The route that it came by, and the labels that its alerts share by it.
    pub route: String,
    pub group: Labels,
    pub opened: String,
    pub closed: Option<String>,
    /// The same instant, for receivers that reckon with it.
    #[serde(skip)]
    pub closed_at: Option<Timestamp>,
    pub duration: Option<String>,
    pub acked_by: Option<String>,
    /// Where one click acknowledges it; only on messages to people, and only where `serve` has an address.
    pub ack_url: Option<String>,
    /// The newest first of what somebody wrote about it by hand.
    pub notes: Vec<String>,
    pub alerts: Vec<Member>,
}

/// One alert of an incident.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Member {
    pub name: String,
    pub state: String,
    pub summary: String,
    pub labels: Labels,
    pub annotations: BTreeMap<String, String>,
    pub values: serde_json::Map<String, serde_json::Value>,
    pub store: Option<String>,
    /// Local time in the project's zone.
    pub fired: Option<String>,
    pub ended: Option<String>,
    /// The same instants, for receivers that reckon with them.
    #[serde(skip)]
    pub fired_at: Option<Timestamp>,
    #[serde(skip)]
    pub ended_at: Option<Timestamp>,
}

/// A deployment, an order, a sign-up: something that happened and is no alert.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Happening {
    pub id: i64,
    pub project: String,
    pub url: Option<String>,
    #[serde(skip)]
    pub origin: String,
    /// Its kind: `deploy`, `order`, …
    pub event: String,
    pub text: String,
    /// Local time in the project's zone.
    pub at: String,
    /// The same instant and that zone, for templates that write it in another way.
    pub instant: Timestamp,
    pub time_zone: String,
    pub labels: Labels,
}

/// What one row is to say.
#[derive(Clone, Debug)]
pub(crate) enum Tale {
    Incident(Box<Story>),
    Event(Box<Happening>),
    /// A test message: the project's name.
    Test(String),
}

/// What a look right before the telling finds.
#[derive(Clone, Debug)]
pub(crate) enum Look {
    Tell(Tale),
    /// Held back for now: silenced, for example.
    Later {
        until: Timestamp,
        reason: String,
    },
    /// Nothing to tell any more: acknowledged, for example.
    Withdraw {
        reason: String,
    },
}

/// Whoever knows incidents and events tells delivery about them.
pub(crate) trait Telling {
    /// What a row is to say now.
    fn look(&self, session: &mut dyn Session, row: &OutboxRow) -> Result<Look, DbError>;

    /// An incident as it is now.
    fn story(&self, session: &mut dyn Session, incident: i64) -> Result<Option<Story>, DbError>;

    /// Orders severities, the gravest first.
    fn gravity(&self, severity: &str) -> (Duration, String);

    /// What these rows are about in numbers.
    fn tally(&self, session: &mut dyn Session, rows: &[OutboxRow]) -> Result<Tally, DbError>;

    /// Who is told instead when a channel has given up on a row.
    fn fallback(&self, row: &OutboxRow) -> Vec<Intent>;
}
