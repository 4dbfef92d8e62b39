//! What a report consists of: `templates/reports/NAME.toml`, shipped or the project's own.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;

use super::{Period, ReportError};
use crate::config::Notify;
use crate::query::Target;
use crate::render::{self, format};
use crate::time::Duration;

/// One report.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    pub title: String,
    pub period: Period,
    /// The IANA time zone in which its days begin; the project's where absent.
    pub time_zone: Option<String>,
    /// When `schedule` has it sent, as cron writes it.
    pub schedule: Option<String>,
    /// Whom `--send` tells, by channel; those of `[report]` where absent.
    #[serde(default)]
    pub notify: Notify,
    sections: Vec<Spanned<SectionDefinition>>,
    /// The text that it was read from.
    #[serde(skip)]
    pub text: String,
}

/// Where a definition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Shipped,
    /// In the project's templates/reports, maybe in place of a shipped one.
    Own,
}

/// One section: the rows of one query, or the reliability figures of the targets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file")]
pub(crate) struct SectionDefinition {
    pub name: String,
    pub title: String,
    /// A query of the catalogue, run over the report's window. Parameters `:store` and `:target` are filled in.
    #[serde(default)]
    pub query: String,
    /// A line under the title: what a figure means, which denominator it has.
    #[serde(default)]
    pub note: String,
    /// One more, where a row has no `closed`: an incident goes on.
    #[serde(default)]
    pub open_note: String,
    #[serde(default)]
    pub rows: Rows,
    /// How many days the window has, counted back from the report's end; by default the report's own.
    pub days: Option<u16>,
    /// The window begins so long before the report's end.
    pub over: Option<Duration>,
    /// Its rows say how fresh the data is, and stand under the verdict.
    #[serde(default)]
    pub freshness: bool,
    /// Beside each number its course over the window.
    pub spark: Option<Spark>,
    /// A query whose `low`, `value` and `high` say what is usual in a window of one hour: a band behind the bars.
    pub usual: Option<String>,
    /// Set each figure beside that of the same part of the week before.
    #[serde(default)]
    pub compare: bool,
    /// A store that was open and whose `total` is 0 is news.
    #[serde(default)]
    pub quiet_stores_are_news: bool,
    /// Each row is an incident, and news.
    #[serde(default)]
    pub rows_are_news: bool,
    pub chart: Option<Chart>,
    pub columns: Vec<Column>,
}

/// Where a section's rows come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rows {
    /// One run of the query over the whole window.
    #[default]
    Whole,
    /// One run for each hour.
    Hours,
    /// One run for each day.
    Days,
    /// One run for each seven days, counted back from the window's end.
    Weeks,
    /// One row for each target, from the intervals between the checks that the query lists.
    Targets,
    /// The actions of reviews that are overdue on the report's last day. Needs no query.
    Actions,
}

impl SectionDefinition {
    /// The queries that it names.
    pub(crate) fn queries(&self) -> impl Iterator<Item = &str> {
        let own = Some(self.query.as_str()).filter(|_| self.rows != Rows::Actions);
        own.into_iter().chain(self.usual.as_deref())
    }
}

impl Rows {
    /// Whether each row is a stretch of the window, in order of time.
    pub(crate) fn is_in_time(self) -> bool {
        matches!(self, Self::Hours | Self::Days | Self::Weeks)
    }
}

/// What one point of a sparkline is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Spark {
    Hours,
    Days,
}

/// How a section is drawn beside its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Chart {
    Bars,
    Line,
    /// A line the size of a word.
    Sparkline,
}

/// One column of a section.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    /// A column of the query; `store` is the name of the store that a row is about, `start` when a row's window began.
    pub name: String,
    pub title: String,
    /// One of [`format::NUMBERS`] or [`format::TEXTS`].
    #[serde(default = "text", deserialize_with = "unit")]
    pub unit: String,
    /// What it should be; by default what the query says, for the column `value`.
    pub target: Option<Target>,
}

fn text() -> String {
    "text".into()
}

/// A unit that is known.
pub(crate) fn unit<'de, D: Deserializer<'de>>(read: D) -> Result<String, D::Error> {
    let unit = String::deserialize(read)?;
    let known = [format::NUMBERS.as_slice(), &format::TEXTS].concat();
    if known.contains(&unit.as_str()) {
        return Ok(unit);
    }
    Err(serde::de::Error::custom(format!("`{unit}` is no unit: there are {}", known.join(", "))))
}

impl Column {
    /// Whether its values are percentages, whose differences are points.
    pub(crate) fn is_percentage(&self) -> bool {
        ["percent", "uptime"].contains(&self.unit.as_str())
    }

    /// Whether its values are numbers.
    pub(crate) fn is_number(&self) -> bool {
        !format::is_text(&self.unit)
    }
}

impl Definition {
    /// Its sections, in their order.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &SectionDefinition> {
        self.sections.iter().map(Spanned::get_ref)
    }

    /// The line of its text in which the section of an index begins.
    pub(crate) fn line_of(&self, section: usize) -> usize {
        self.sections.get(section).map_or(0, |section| line_at(&self.text, section.span().start))
    }

    /// The reports that there are.
    pub(crate) fn names(folder: &Path) -> BTreeMap<String, Origin> {
        let shipped = render::shipped_names().map(|name| (name.to_owned(), Origin::Shipped));
        let own = std::fs::read_dir(folder.join("reports")).into_iter().flatten().flatten();
        let own = own.map(|file| (format!("reports/{}", file.file_name().to_string_lossy()), Origin::Own));
        let name = |file: &str| Some(file.strip_prefix("reports/")?.strip_suffix(".toml")?.to_owned());
        shipped.chain(own).filter_map(|(file, origin)| Some((name(&file)?, origin))).collect()
    }

    /// Reads the report `name` of the project whose templates lie in `folder`.
    pub(crate) fn load(folder: &Path, name: &str) -> Result<Self, ReportError> {
        let known = Self::names(folder);
        if !known.contains_key(name) {
            let known = known.into_keys().collect::<Vec<_>>().join(", ");
            return Err(ReportError::Unknown { name: name.to_owned(), known });
        }
        let file = format!("reports/{name}.toml");
        let text = render::text_of(folder, &file)?.unwrap_or_default();
        let wrong = |line, reason| ReportError::Definition { file: file.clone(), line, reason };
        let read: Self = toml::from_str(&text).map_err(|error| {
            wrong(error.span().map_or(1, |span| line_at(&text, span.start)), error.message().to_owned())
        })?;
        let read = Self { text, ..read };
        match read.mistake() {
            Some((line, reason)) => Err(wrong(line, reason)),
            None => Ok(read),
        }
    }

    /// What makes no sense although it can be read, and the line of its section.
    fn mistake(&self) -> Option<(usize, String)> {
        let sections = || self.sections().enumerate();
        let twice = |(index, section): (usize, &SectionDefinition)| {
            let is_known = self.sections().take(index).any(|other| other.name == section.name);
            is_known.then(|| (index, "another section has this name".to_owned()))
        };
        let wrong = sections()
            .find_map(|(index, section)| Some((index, section.mistake()?)))
            .or_else(|| sections().find_map(twice));
        let (index, reason) = wrong?;
        let name = &self.sections[index].get_ref().name;
        Some((self.line_of(index), format!("section {name}: {reason}")))
    }
}

impl SectionDefinition {
    fn mistake(&self) -> Option<String> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if self.name.is_empty() || !self.name.chars().all(is_plain) {
            return Some("a name has letters, digits, - and _ of ASCII".into());
        }
        if self.columns.is_empty() {
            return Some("columns are missing".into());
        }
        if self.days == Some(0) {
            return Some("days is 1 or more".into());
        }
        if self.days.is_some() && self.over.is_some() {
            return Some("days and over both say how long the window is: keep one".into());
        }
        let meanings: [(bool, &str, &[&str]); 3] = [
            (self.rows_are_news, "rows_are_news", &["severity", "alert", "opened"]),
            (self.quiet_stores_are_news, "quiet_stores_are_news", &["store", "total"]),
            (self.freshness, "freshness", &["data", "newest"]),
        ];
        let lacks = |name: &&&str| !self.columns.iter().any(|column| column.name == **name);
        for (is_set, key, needed) in meanings {
            if let Some(name) = needed.iter().find(lacks).filter(|_| is_set) {
                return Some(format!("{key} needs a column {name}"));
            }
        }
        let judged =
            |column: &&Column| column.target.is_some() && (self.rows.is_in_time() || !column.is_number());
        let column = self.columns.iter().find(judged)?;
        let judged = if column.is_number() { "rows in time are not judged" } else { "no text is judged" };
        Some(format!("column {} has a target, and {judged}", column.name))
    }
}

fn line_at(text: &str, position: usize) -> usize {
    1 + text[..position].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("daily")]
    #[case("weekly")]
    #[case("monthly")]
    fn the_shipped_reports_can_be_read(#[case] name: &str) {
        let report = Definition::load(Path::new("/nowhere"), name).unwrap();
        assert!(report.sections().count() > 5);
    }

    #[test]
    fn a_name_that_no_file_has_is_refused_whatever_it_points_at() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("reports")).unwrap();
        std::fs::write(folder.path().join("outside.toml"), "").unwrap();
        for name in ["yearly", "../outside", "daily.toml", ""] {
            let error = Definition::load(folder.path(), name).unwrap_err().to_string();
            assert_eq!(error, format!("no report {name}: there are daily, monthly, weekly"));
        }
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("reports")).unwrap();
        let text = "title = \"x\"\nperiod = \"day\"\nsektions = []\n";
        std::fs::write(folder.path().join("reports/daily.toml"), text).unwrap();
        let message = Definition::load(folder.path(), "daily").unwrap_err().to_string();
        assert!(message.starts_with("reports/daily.toml:3: unknown field `sektions`"), "{message}");
    }
}
