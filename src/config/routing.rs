//! `[routing]`, `[[routes]]`, `[severities.NAME]`, `[[inhibit]]`, `[[maintenance]]` and `[delivery.CHANNEL]`.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroUsize;

use serde::{Deserialize, Serialize};

use super::bounds::at_least_one;
use crate::label::Matchers;
use crate::time::{Duration, Moment};

/// Whom to tell, by channel: `[{ email = ["tech_team"] }, { sms = ["on_call_engineer"] }]`.
pub(crate) type Notify = Vec<BTreeMap<String, Vec<String>>>;

/// What holds where neither rule nor route nor severity says otherwise.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Routing {
    /// Whom to tell.
    pub notify: Notify,
    /// The labels by which alerts share an incident; `["..."]`, all labels, gives each alert its own.
    pub group_by: Vec<String>,
    /// How long the first message waits for more alerts of its group.
    pub group_wait: Duration,
    /// The least time between two messages about a group that changes.
    pub group_interval: Duration,
    /// After how long an incident that goes on, and that nobody acknowledged, is told again; never where absent.
    pub repeat: Option<Duration>,
    /// More openings than this for one recipient in one run are one message.
    #[serde(deserialize_with = "at_least_one")]
    #[schemars(range(min = 1))]
    pub storm: usize,
    /// After how long an acknowledgement lapses, where it does not say; never where absent.
    pub ack_for: Option<Duration>,
}

impl Default for Routing {
    fn default() -> Self {
        Self {
            notify: Notify::default(),
            group_by: vec!["...".into()],
            group_wait: Duration::ZERO,
            group_interval: Duration::from_secs(300),
            repeat: None,
            storm: 20,
            ack_for: None,
        }
    }
}

/// Alerts and events that match go this way. The first route that matches is taken.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Route {
    pub name: String,
    /// Label matchers, all of which must hold: `['team="backend"', 'severity=~"P0|P1"']`. Events carry the label
    /// `event`, their kind.
    #[serde(rename = "match")]
    pub matchers: Matchers,
    /// Whom to tell, instead of the severity's; `[]` is nobody.
    pub notify: Option<Notify>,
    /// Whether later routes that match are told too.
    #[serde(rename = "continue")]
    pub goes_on: bool,
    pub group_by: Option<Vec<String>>,
    pub group_wait: Option<Duration>,
    pub group_interval: Option<Duration>,
    pub repeat: Option<Duration>,
    /// Messages wait until this calendar is open. The end of what was told never waits.
    pub deliver: Option<String>,
    /// One message a day at this local time, such as `09:00`, in place of one for each incident.
    pub digest: Option<Digest>,
    pub escalate: Option<Vec<Escalation>>,
}

/// What a severity means where neither rule nor route says.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Severity {
    pub help: String,
    /// Within what time somebody should have answered.
    pub response: Option<Duration>,
    /// The calendar in which `response` and escalations count; all time where absent.
    pub calendar: Option<String>,
    /// Whom to tell.
    pub notify: Notify,
    pub repeat: Option<Duration>,
    pub digest: Option<Digest>,
    /// What happens when nobody answers.
    pub escalate: Vec<Escalation>,
    /// Whether each of its incidents demands a post-incident review; where absent, those of P0 and P1 do.
    pub review: Option<bool>,
}

/// One step of an escalation: `{ after = "30m", unless = "acked", to = ["deployment_lead"] }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Escalation {
    /// How long after the opening: a duration, or `next_business_day`.
    pub after: After,
    #[serde(default)]
    pub unless: Unless,
    /// Who is told then, by the channels of the opening.
    #[serde(default)]
    pub to: Vec<String>,
    /// Who is told then, by channels of its own.
    #[serde(default)]
    pub notify: Notify,
    /// The calendar in which `after` counts; the severity's where absent.
    pub calendar: Option<String>,
}

/// When a step of an escalation is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(with = "String")]
pub(crate) enum After {
    Duration(Duration),
    /// When the calendar opens on the next day on which it does.
    NextBusinessDay,
}

const NEXT_BUSINESS_DAY: &str = "next_business_day";

impl fmt::Display for After {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duration(duration) => duration.fmt(out),
            Self::NextBusinessDay => out.write_str(NEXT_BUSINESS_DAY),
        }
    }
}

impl Serialize for After {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for After {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == NEXT_BUSINESS_DAY {
            return Ok(Self::NextBusinessDay);
        }
        text.parse().map(Self::Duration).map_err(serde::de::Error::custom)
    }
}

/// What makes a step of an escalation needless.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unless {
    /// Somebody has acknowledged the incident.
    #[default]
    Acked,
    /// Only its end.
    Resolved,
}

/// The local time of a daily digest, `HH:MM`, in the project's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(with = "String")]
pub(crate) struct Digest(pub jiff::civil::Time);

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || serde::de::Error::custom(format!("{text:?} is no time of day: write HH:MM"));
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        let (hour, minute) = (hour.parse().map_err(|_| wrong())?, minute.parse().map_err(|_| wrong())?);
        jiff::civil::Time::new(hour, minute, 0, 0).map(Self).map_err(|_| wrong())
    }
}

/// While an alert that matches `source` fires, the beginnings of those that match `target` are not told.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Inhibition {
    pub source: Matchers,
    pub target: Matchers,
    /// The labels in which both must agree.
    pub equal: Vec<String>,
}

/// Planned work: beginnings that match are not told while it lasts.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Maintenance {
    pub name: String,
    /// Label matchers, all of which must hold; none means everything.
    #[serde(default, rename = "match")]
    pub matchers: Matchers,
    /// When it begins and ends, for work that is done once: local time of the project, or with an offset.
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    /// The calendar of work that is done again and again.
    pub during: Option<String>,
}

/// How messages leave by one channel.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Delivery {
    /// At most so many messages in so much time; what is over waits: `{ messages = 30, per = "1m" }`.
    pub rate: Option<Rate>,
    /// Who is told, and how, when the channel has given up on a message.
    pub fallback: Notify,
}

/// So many messages in so much time.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rate {
    pub messages: NonZeroUsize,
    pub per: Duration,
}
