//! A file of rule tests as its YAML writes it; its words are those of `promtool test rules` where they mean the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
use serde_saphyr::Spanned;

use crate::config::Problem;
use crate::db::Value;
use crate::label::Labels;
use crate::time::{Duration, Moment};

/// A file of tests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TestFile {
    /// How far apart the rules are evaluated.
    #[serde(default = "minute")]
    pub evaluation_interval: Duration,
    pub tests: Vec<RuleTest>,
    /// Where it stands, for messages.
    #[serde(skip)]
    pub file: PathBuf,
}

/// Rows over time, and what the rules make of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "promtool's words")]
pub(crate) struct RuleTest {
    pub name: Spanned<String>,
    /// When it begins; noon of Monday, 2 March 2026, in the project's time zone where absent.
    #[serde(default, deserialize_with = "moment")]
    pub start_timestamp: Option<Moment>,
    /// How far apart the values of `input_series` are; the evaluation interval where absent.
    pub interval: Option<Duration>,
    /// Samples of the own database.
    #[serde(default)]
    pub input_series: Vec<InputSeries>,
    /// Rows of tables.
    #[serde(default)]
    pub input: Vec<InputTable>,
    #[serde(default)]
    pub alert_rule_test: Vec<Spanned<AlertCase>>,
    #[serde(default)]
    pub notification_test: Vec<Spanned<NotificationCase>>,
}

/// One series and its values, one each `interval`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InputSeries {
    /// `name{label="value"}`.
    pub series: Spanned<String>,
    /// `1 2 _ 4x3 0+5x10`.
    pub values: Spanned<String>,
}

/// Rows of one table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InputTable {
    pub table: Spanned<String>,
    /// The source that has it; where absent `own` for tillwatch's own tables, and else the project's only source.
    pub source: Option<String>,
    /// The column that says when a row came about; `timestamp`, `created_at` or `at` where absent.
    pub time_column: Option<String>,
    /// Columns that all rows share.
    #[serde(default)]
    pub columns: BTreeMap<String, Cells>,
    pub rows: Vec<Spanned<Rows>>,
}

/// Rows that are alike: `times` of them at `at`, and again each `every` before `until`. All else are columns.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Rows {
    #[serde(default)]
    pub at: Duration,
    pub every: Option<Duration>,
    pub until: Option<Duration>,
    pub times: Option<usize>,
    #[serde(flatten)]
    pub columns: BTreeMap<String, Cells>,
}

/// A value, or several: a row for each.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Cells {
    One(Cell),
    Each(Vec<Cell>),
}

/// A value as YAML writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Cell {
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(String),
    Null,
}

/// Which alerts of a rule there are at a time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlertCase {
    pub eval_time: Duration,
    pub alertname: String,
    /// All that fire, and those pending ones that are to be looked at. None where absent.
    #[serde(default)]
    pub exp_alerts: Vec<ExpectedAlert>,
}

/// An alert; labels and annotations that are not named may be whatever they are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "promtool's words")]
pub(crate) struct ExpectedAlert {
    #[serde(default)]
    pub exp_labels: Labels,
    #[serde(default)]
    pub exp_annotations: BTreeMap<String, String>,
    #[serde(default)]
    pub exp_state: ExpectedState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ExpectedState {
    #[default]
    Firing,
    Pending,
}

/// Everything that was told since the last such case of the test, or its beginning.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotificationCase {
    pub eval_time: Duration,
    #[serde(default)]
    pub exp_notifications: Vec<ExpectedNotification>,
}

/// Who was told what by which channel. An action is told to itself: `{ channel: action, to: NAME, kind: action }`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedNotification {
    pub channel: String,
    /// The contact, not its address; of a rotation whoever is on call.
    pub to: String,
    /// `open`, `update`, `repeat`, `escalate`, `end` or `action`.
    #[serde(default = "open")]
    pub kind: String,
}

fn minute() -> Duration {
    Duration::from_secs(60)
}

fn open() -> String {
    "open".into()
}

/// A local time or an instant; a YAML time is a text.
fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

impl TestFile {
    /// Reads a file's text.
    pub(crate) fn parse(file: &Path, text: &str) -> Result<Self, Problem> {
        let read: Self = serde_saphyr::from_str(text).map_err(|error| Problem::yaml(file, 1, &error))?;
        if read.evaluation_interval == Duration::ZERO {
            return Err(Problem::new(file, 1, "evaluation_interval: 0s never comes to an end"));
        }
        Ok(Self { file: file.to_owned(), ..read })
    }
}

impl RuleTest {
    /// When it begins, in the project's time zone where it does not say.
    pub(super) fn start(&self, zone: &TimeZone) -> Timestamp {
        let monday = Moment::Local(date(2026, 3, 2).at(12, 0, 0, 0));
        let start = self.start_timestamp.unwrap_or(monday);
        start.at(zone).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The last time that something is expected for.
    pub(super) fn last(&self) -> Duration {
        let alerts = self.alert_rule_test.iter().map(|case| case.value.eval_time);
        let told = self.notification_test.iter().map(|case| case.value.eval_time);
        alerts.chain(told).max().unwrap_or_default()
    }
}

impl Cells {
    pub(super) fn values(&self) -> Vec<Value> {
        match self {
            Self::One(cell) => vec![cell.into()],
            Self::Each(cells) => cells.iter().map(Into::into).collect(),
        }
    }
}

impl From<&Cell> for Value {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Null => Self::Null,
            Cell::Bool(is) => (*is).into(),
            Cell::Int(number) => (*number).into(),
            Cell::Real(number) => (*number).into(),
            Cell::Text(text) => text.as_str().into(),
        }
    }
}

/// The line on which something stands.
pub(super) fn line<T>(spanned: &Spanned<T>) -> usize {
    usize::try_from(spanned.referenced.line()).unwrap_or_default()
}
