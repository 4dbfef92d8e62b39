//! What a dashboard shows: `templates/dashboards/NAME.toml`, shipped or the project's own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::DashboardError;
use super::level::{Limits, Words};
use crate::config::{Config, Problem, nearest, unknown_field};
use crate::query::{Catalogue, Target};
use crate::render;
use crate::report::{Definition as Reports, unit};
use crate::time::Duration;

/// One dashboard: panels, or a report.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    pub title: String,
    /// How often the page is made anew.
    #[serde(default = "minute")]
    pub refresh: Duration,
    /// Incidents of these severities are critical, all others minor; P0 and P1 where absent.
    critical: Option<Spanned<Vec<String>>>,
    /// The report of this name is the page.
    pub report: Option<Spanned<String>>,
    #[serde(default)]
    pub panels: Vec<Spanned<PanelDefinition>>,
    /// The text that it was read from.
    #[serde(skip)]
    text: String,
}

/// One panel.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PanelDefinition {
    /// Letters, digits, `-` and `_`: the panel's address on the page.
    pub name: String,
    pub title: String,
    /// A line under the title.
    #[serde(default)]
    pub note: String,
    pub kind: Kind,
    /// A query of the catalogue; its rows of one store on a store's page, by the label or by a parameter `:store`.
    pub query: Option<String>,
    /// How far it looks back; the query's own window where absent.
    pub window: Option<Duration>,
    /// How much time a point of a line stands for.
    #[serde(default = "minute")]
    pub step: Duration,
    /// Where the scale of gauges begins and ends.
    #[serde(default)]
    pub from: f64,
    #[serde(default = "hundred")]
    pub to: f64,
    /// What all columns should be, and what is still no more than a warning, each a comparison without its left side.
    pub good: Option<Target>,
    pub warning: Option<Target>,
    #[serde(default)]
    pub columns: Vec<ColumnDefinition>,
    #[serde(default)]
    pub checks: Vec<CheckDefinition>,
}

/// How a panel is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A tile for each check: up, or how many of how many.
    Status,
    /// A tile for each store, as good as the worst of its checks and incidents.
    Stores,
    /// A line for each store, or for each column where the query has no labels.
    Lines,
    /// A gauge for each column of the query's only row.
    Gauges,
    /// The same as plain numbers.
    Numbers,
    /// A table of the query's rows.
    Table,
    /// Incidents that are open.
    Alerts,
}

/// One column of a panel.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ColumnDefinition {
    /// A column of the query; `store` is the name of the store that a row is about.
    pub name: String,
    pub title: String,
    /// As in a report: `count`, `percent`, `ms`, `seconds`, `money`, …; `text` and `time` are no numbers.
    #[serde(default = "text", deserialize_with = "unit")]
    pub unit: String,
    pub good: Option<Target>,
    pub warning: Option<Target>,
}

/// One thing that is well or not, by the value of a query.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckDefinition {
    pub title: String,
    pub query: String,
    pub window: Option<Duration>,
    /// What the value should be; the query's own target where absent.
    pub good: Option<Target>,
    pub warning: Option<Target>,
    #[serde(default)]
    pub words: Words,
}

fn minute() -> Duration {
    Duration::from_secs(60)
}

fn hundred() -> f64 {
    100.0
}

fn text() -> String {
    "text".into()
}

/// Where the definitions lie below a project's templates.
pub(super) const FOLDER: &str = "dashboards";

/// The file of a dashboard, whether or not the project has it.
pub(super) fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(FOLDER).join(format!("{name}.toml"))
}

impl Definition {
    /// Reads the dashboard `name` of the project whose templates lie in `folder`, and holds it against the catalogue.
    pub(crate) fn load(folder: &Path, name: &str, catalogue: &Catalogue) -> Result<Self, DashboardError> {
        let relative = format!("{FOLDER}/{name}.toml");
        let text =
            render::text_of(folder, &relative)?.ok_or_else(|| DashboardError::Unknown(name.to_owned()))?;
        let reports = Reports::names(folder).into_keys().collect();
        Self::parse(&text, &file(folder, name), catalogue, &reports).map_err(DashboardError::Definition)
    }

    fn parse(
        text: &str,
        file: &Path,
        catalogue: &Catalogue,
        reports: &BTreeSet<String>,
    ) -> Result<Self, Problem> {
        let mut definition: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line(text, span.start));
            let problem = Problem::new(file, line, error.message());
            match unknown_field(error.message()) {
                Some((wrong, known)) => problem.nearest(wrong, known),
                None => problem,
            }
        })?;
        if definition.report.is_some() != definition.panels.is_empty() {
            return Err(Problem::new(file, 1, "a dashboard has panels, or it names a report"));
        }
        if let Some(report) = definition.report.as_ref().filter(|name| !reports.contains(name.get_ref())) {
            let problem = Problem::new(
                file,
                line(text, report.span().start),
                format!("no report {}", report.get_ref()),
            );
            return Err(problem.nearest(report.get_ref(), reports.iter().map(String::as_str)));
        }
        if definition.refresh < Duration::from_secs(1) {
            return Err(Problem::new(file, 1, "refresh is a second or more"));
        }
        let mut names = Vec::new();
        for panel in &definition.panels {
            let line = line(text, panel.span().start);
            let panel = panel.get_ref();
            let wrong = |mistake: Mistake| {
                let problem = Problem::new(file, line, format!("panel {}: {}", panel.name, mistake.message));
                Problem { hint: mistake.hint, ..problem }
            };
            panel.check(catalogue).map_err(wrong)?;
            if names.contains(&&panel.name) {
                return Err(wrong("another panel has this name".into()));
            }
            names.push(&panel.name);
        }
        text.clone_into(&mut definition.text);
        Ok(definition)
    }

    /// The severities of incidents that are critical.
    pub(super) fn critical(&self) -> Vec<String> {
        let gravest = || ["P0", "P1"].map(str::to_owned).into();
        self.critical.as_ref().map_or_else(gravest, |named| named.get_ref().clone())
    }

    /// What it calls critical and is no severity of the project.
    pub(crate) fn strange_severity(&self, file: &Path, config: &Config) -> Option<Problem> {
        let named = self.critical.as_ref()?;
        let known = Some(&config.severities).filter(|known| !known.is_empty())?;
        let strange = named.get_ref().iter().find(|name| !known.contains_key(*name))?;
        let message = format!("critical: there is no [severities.{strange}]");
        let problem = Problem::new(file, line(&self.text, named.span().start), message);
        Some(problem.nearest(strange, known.keys().map(String::as_str)))
    }

    /// The columns that no query gives; `given` knows the columns of each query that could be prepared, and `label` is the
    /// one that carries the store.
    pub(crate) fn strange_columns<'a>(
        &self,
        file: &Path,
        label: &str,
        given: impl Fn(&str) -> Option<&'a [String]>,
    ) -> Vec<Problem> {
        let strange = |panel: &Spanned<PanelDefinition>| {
            let (line, panel) = (line(&self.text, panel.span().start), panel.get_ref());
            let query = panel.query.as_deref().unwrap_or_default();
            let known = given(query)?;
            let is_known = |name: &str| {
                let name = if name == "store" { label } else { name };
                known.iter().any(|known| known == name)
            };
            let column = &panel.columns.iter().find(|column| !is_known(&column.name))?.name;
            let message = format!("panel {}: query {query} gives no column {column}", panel.name);
            Some(Problem::new(file, line, message).nearest(column, known.iter().map(String::as_str)))
        };
        self.panels.iter().filter_map(strange).collect()
    }

    /// The names of all queries that it asks.
    pub(crate) fn queries(&self) -> impl Iterator<Item = &str> {
        self.panels.iter().map(Spanned::get_ref).flat_map(|panel| {
            panel.query.as_deref().into_iter().chain(panel.checks.iter().map(|check| check.query.as_str()))
        })
    }
}

/// The line of an offset, counted from 1.
fn line(text: &str, offset: usize) -> usize {
    1 + text[..offset.min(text.len())].matches('\n').count()
}

/// Why a panel cannot be.
struct Mistake {
    message: String,
    hint: Option<String>,
}

impl<T: Into<String>> From<T> for Mistake {
    fn from(message: T) -> Self {
        Self { message: message.into(), hint: None }
    }
}

impl PanelDefinition {
    fn check(&self, catalogue: &Catalogue) -> Result<(), Mistake> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if self.name.is_empty() || !self.name.chars().all(is_plain) {
            return Err("a name is made of letters, digits, - and _".into());
        }
        if let Some(key) = self.unused() {
            return Err(format!("{key} says nothing in a panel of this kind").into());
        }
        match self.kind {
            Kind::Alerts => return Ok(()),
            Kind::Status | Kind::Stores if self.checks.is_empty() => return Err("checks are missing".into()),
            Kind::Status | Kind::Stores => {}
            _ if self.query.is_none() => return Err("query is missing".into()),
            _ if self.columns.is_empty() => return Err("columns are missing".into()),
            Kind::Lines => self.points()?,
            Kind::Gauges if self.from >= self.to => return Err("from is less than to".into()),
            Kind::Gauges | Kind::Numbers | Kind::Table => {}
        }
        if let Some(query) = &self.query {
            known(catalogue, query)?;
        }
        for column in &self.columns {
            if self.limits(column).is_without_good() {
                return Err("warning goes with good".into());
            }
        }
        self.checks.iter().try_for_each(|check| {
            let target = known(catalogue, &check.query)?;
            let good = check.good.as_ref().or(target);
            if good.is_none() {
                return Err(format!("check {}: nothing says what is good", check.title).into());
            }
            Ok(())
        })
    }

    /// A key that is there and means nothing for its kind.
    fn unused(&self) -> Option<&'static str> {
        let asks_checks = matches!(self.kind, Kind::Status | Kind::Stores);
        let asks_query = !asks_checks && self.kind != Kind::Alerts;
        let unused = [
            ("query", !asks_query && self.query.is_some()),
            ("window", !asks_query && self.window.is_some()),
            ("columns", !asks_query && !self.columns.is_empty()),
            ("good", !asks_query && self.good.is_some()),
            ("warning", !asks_query && self.warning.is_some()),
            ("checks", !asks_checks && !self.checks.is_empty()),
        ];
        unused.into_iter().find(|(_, is_unused)| *is_unused).map(|(key, _)| key)
    }

    /// What a column should be: its own limits, or the panel's.
    pub(super) fn limits(&self, column: &ColumnDefinition) -> Limits {
        let good = column.good.as_ref().or(self.good.as_ref());
        Limits::new(good, column.warning.as_ref().or(self.warning.as_ref()))
    }

    /// A line has points to join, and not more than a screen has.
    fn points(&self) -> Result<(), Mistake> {
        let window = self.window.unwrap_or(Duration::from_secs(3600)).as_millis();
        let step = self.step.as_millis();
        if step == 0 || !(2..=500).contains(&(window / step)) {
            return Err("window holds between 2 and 500 steps".into());
        }
        Ok(())
    }
}

/// The query's own target, if there is such a query.
fn known<'a>(catalogue: &'a Catalogue, query: &str) -> Result<Option<&'a Target>, Mistake> {
    match catalogue.get(query) {
        Ok(query) => Ok(query.front.target.as_ref()),
        Err(error) => {
            let names = catalogue.iter().map(|query| query.name.as_str());
            let hint = nearest(query, names).map(|name| format!("did you mean {name}?"));
            Err(Mistake { message: error.to_string(), hint })
        }
    }
}
