//! Fills a report from the catalogue's queries. A query that fails costs its section, never the report.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json, json};

use super::apart::apart;
use super::definition::{Column, Definition, Rows, SectionDefinition, Spark};
use super::model::{Change, Report, Row, Section, Store, Usual};
use super::reliability::{Check, Evidence, reliability};
use super::{Bounds, ReportError, news};
use crate::config::{Config, Project};
use crate::db::{Condition, Value, evaluate_condition};
use crate::inventory::Inventory;
use crate::label::{Labels, digest};
use crate::pir::{Action, open_actions};
use crate::query::{Catalogue, Query, QueryError, Runner, Series, Window};
use crate::render::Numerals;
use crate::stats::{Told, percentage};

/// Checks from shortly before a window tell in which state it began.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(10);

/// When each incident about a target opened and was acknowledged.
const RESPONSE: &str = "report_incident_response";

/// So many hex digits tell definitions apart.
const HASH: usize = 12;

/// What a report is made from.
pub(crate) struct Builder<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub now: Timestamp,
}

/// Which report, of which day, of which store.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub name: String,
    pub date: Option<Date>,
    pub store: Option<String>,
}

impl Builder<'_> {
    /// The report as of now.
    pub(crate) fn build(&self, definition: &Definition, request: &Request) -> Result<Report, ReportError> {
        let project = &self.config.project;
        let time_zone = definition.time_zone.as_ref().unwrap_or(&project.time_zone);
        let zone = crate::time::zone(time_zone).ok_or_else(|| ReportError::Zone(time_zone.clone()))?;
        let bounds = Bounds::new(definition.period, request.date, self.now, &zone)?;
        let store = request.store.as_ref().map(|id| self.store(id)).transpose()?;
        let sections: Vec<Section> = definition
            .sections
            .iter()
            .map(|section| self.section(section, &bounds, store.as_ref()))
            .collect::<Result<_, _>>()?;
        let compared = bounds.before(bounds.window);
        let mut report = Report {
            name: request.name.clone(),
            title: definition.title.clone(),
            project: project.name.clone(),
            currency: project.currency.clone(),
            numerals: numerals(project),
            time_zone: time_zone.clone(),
            now: self.now,
            day: bounds.day,
            since: bounds.window.since,
            until: bounds.window.until,
            partial: bounds.partial,
            compared_with: definition.period.before(),
            compared_since: compared.since,
            compared_until: compared.until,
            store,
            verdict: news::verdict(Vec::new()),
            sections,
            definition_hash: self.hash(definition),
            command: String::new(),
        };
        report.command = command(&report);
        report.verdict = news::verdict(news::all(definition, &report, self.inventory, &zone));
        Ok(report)
    }

    /// Of the definition's text and that of each query it names, in their order.
    fn hash(&self, definition: &Definition) -> String {
        let names = definition.sections.iter().flat_map(SectionDefinition::queries);
        let queries = names.filter_map(|name| self.catalogue.get(name).ok());
        let texts = queries.map(|query| query.text.as_str());
        digest(std::iter::once(definition.text.as_str()).chain(texts))[..HASH].to_owned()
    }

    fn store(&self, id: &str) -> Result<Store, ReportError> {
        let store = self.inventory.store(id).ok_or_else(|| ReportError::Store(id.to_owned()))?;
        Ok(Store { id: store.id.clone(), name: store.name.clone() })
    }

    fn section(
        &self,
        definition: &SectionDefinition,
        bounds: &Bounds,
        store: Option<&Store>,
    ) -> Result<Section, ReportError> {
        let window = match (definition.days, definition.over) {
            (Some(days), _) => bounds.days_back(days)?,
            (None, Some(over)) => bounds.back(over.signed()),
            (None, None) => bounds.window,
        };
        let mut section = Section {
            name: definition.name.clone(),
            title: definition.title.clone(),
            note: definition.note.clone(),
            query: definition.query.clone(),
            since: window.since,
            until: window.until,
            kind: definition.rows,
            chart: definition.chart,
            compare: definition.compare,
            all_stores: false,
            columns: definition.columns.clone(),
            rows: Vec::new(),
            list: false,
            usual: definition.usual.clone(),
            freshness: definition.freshness,
            spark: definition.spark,
            sparks: BTreeMap::new(),
            peak: None,
            error: None,
        };
        let filled = self.fill(&mut section, bounds, store);
        if let Err(error) = filled.and_then(|()| self.set_usual(&mut section, store)) {
            section.error = Some(error.to_string());
            section.rows.clear();
        }
        Ok(section)
    }

    fn fill(&self, section: &mut Section, bounds: &Bounds, store: Option<&Store>) -> Result<(), QueryError> {
        if section.kind == Rows::Actions {
            section.all_stores = store.is_some();
            section.rows = overdue(self.config, bounds);
            return Ok(());
        }
        let query = self.catalogue.get(&section.query)?;
        let ask = Ask { builder: self, query, columns: &section.columns, given: self.given(query, store)? };
        let takes_store = ask.given.iter().any(|(name, _)| name == "store");
        section.all_stores = store.is_some() && !takes_store;
        // Rows that arrive late are not counted as missing: the window ends where all have arrived.
        section.until = section.until.min(self.runner.window(query, None).until).max(section.since);
        let window = Window { since: section.since, until: section.until };
        let each = |windows: Vec<Window>| {
            windows.into_iter().map(|window| ask.first(window)).collect::<Result<Vec<_>, _>>()
        };
        section.rows = match section.kind {
            Rows::Whole => ask.rows(window)?,
            Rows::Hours => each(Bounds::hours(window))?,
            Rows::Days => each(bounds.days(window))?,
            Rows::Weeks => each(bounds.weeks(window))?,
            Rows::Targets => self
                .config
                .targets
                .keys()
                .map(|target| ask.target(target, window))
                .collect::<Result<_, _>>()?,
            Rows::Actions => Vec::new(),
        };
        if section.compare && section.kind.is_in_time() {
            for row in &mut section.rows {
                let window = Window { since: row.since, until: row.until };
                let before = ask.first(bounds.before(window))?;
                compare(std::slice::from_mut(row), &[before], ask.columns);
            }
        } else if section.compare {
            let before = ask.rows(bounds.before(window))?;
            compare(&mut section.rows, &before, ask.columns);
        }
        let course = match section.spark {
            Some(Spark::Hours) => each(Bounds::hours(window))?,
            Some(Spark::Days) => each(bounds.days(window))?,
            None => Vec::new(),
        };
        section.sparks = sparks(&course, ask.columns);
        section.list = section.rows.len() == 1 && section.columns.iter().all(Column::is_number);
        for column in &mut section.columns {
            if column.name == "value" && column.target.is_none() {
                column.target.clone_from(&query.front.target);
            }
        }
        match section.kind {
            Rows::Hours | Rows::Days => section.peak = peak(section),
            // Of these the last alone is about the report's own time.
            Rows::Weeks => {}
            Rows::Whole | Rows::Targets | Rows::Actions => mark_missed(section),
        }
        Ok(())
    }

    /// Sets beside each row what is usual in its window.
    fn set_usual(&self, section: &mut Section, store: Option<&Store>) -> Result<(), QueryError> {
        let Some(query) = &section.usual else { return Ok(()) };
        let query = self.catalogue.get(query)?;
        let given = self.given(query, store)?;
        for row in &mut section.rows {
            let window = Window { since: row.since, until: row.until };
            let result = self.runner.run(query, window, &given)?;
            row.usual = result.series.first().and_then(usual);
        }
        Ok(())
    }

    fn given(&self, query: &Query, store: Option<&Store>) -> Result<Vec<(String, Value)>, QueryError> {
        let takes_store = self.runner.prepare(query)?.parameters.iter().any(|name| name == "store");
        let store = store.filter(|_| takes_store);
        Ok(store.map(|store| ("store".to_owned(), store.id.as_str().into())).into_iter().collect())
    }
}

/// One query, asked for a section's columns.
struct Ask<'a> {
    builder: &'a Builder<'a>,
    query: &'a Query,
    columns: &'a [Column],
    given: Vec<(String, Value)>,
}

impl Ask<'_> {
    fn rows(&self, window: Window) -> Result<Vec<Row>, QueryError> {
        let result = self.builder.runner.run(self.query, window, &self.given)?;
        Ok(result.series.iter().map(|series| self.row(series, window)).collect())
    }

    /// The one row of a window that is a bucket.
    fn first(&self, window: Window) -> Result<Row, QueryError> {
        let mut row = self.rows(window)?.into_iter().next();
        let row = row.get_or_insert_with(|| Row::new(Labels::default(), window, Map::new()));
        row.values.insert("start".into(), json!(window.since));
        Ok(row.clone())
    }

    fn row(&self, series: &Series, window: Window) -> Row {
        let value = |column: &Column| -> Json {
            if column.name == "store" {
                return self.store_name(series).map_or(Json::Null, Json::from);
            }
            let label = || series.labels.get(&column.name).map_or(Json::Null, Json::from);
            let found = series.values.iter().find(|(name, _)| *name == column.name);
            match found {
                Some((_, value)) if column.unit == "time" => json!(value.as_time()),
                Some((_, value)) => value.to_json(),
                None => label(),
            }
        };
        let values = self.columns.iter().map(|column| (column.name.clone(), value(column))).collect();
        Row::new(series.labels.clone(), window, values)
    }

    /// The name of the store, or its id where the inventory has none; several as they stand.
    fn store_name(&self, series: &Series) -> Option<String> {
        let inventory = self.builder.inventory;
        let id = series.labels.get(&inventory.label)?;
        Some(inventory.store(id).map_or_else(|| id.to_owned(), |store| store.name.clone()))
    }

    fn target(&self, target: &str, window: Window) -> Result<Row, QueryError> {
        let builder = self.builder;
        let zone = crate::time::zone(&builder.config.project.time_zone).unwrap_or(TimeZone::UTC);
        let since = window.since.checked_sub(LOOK_BACK).unwrap_or(window.since);
        let seen = Window { since, ..window };
        let evidence = Evidence {
            checks: self.about(self.query, target, seen, |series| {
                Some(Check { at_ms: time(series, "at")?, up: series.value? > 0.0 })
            })?,
            apart: apart(builder.config, builder.inventory, &zone, target, seen),
            incidents: self.about(builder.catalogue.get(RESPONSE)?, target, window, |series| {
                Some(Told { opened: time(series, "opened")?, acknowledged: time(series, "acknowledged") })
            })?,
            objective: self.objective(),
        };
        let figures = serde_json::to_value(reliability(&evidence, window)).unwrap_or_default();
        let mut values = Map::from_iter([("target".to_owned(), Json::from(target))]);
        values.extend(figures.as_object().cloned().unwrap_or_default());
        Ok(Row::new([("target", target)].into_iter().collect(), window, values))
    }

    /// What a query that takes `:target` says of one, read by `read`.
    fn about<T>(
        &self,
        query: &Query,
        target: &str,
        window: Window,
        read: impl Fn(&Series) -> Option<T>,
    ) -> Result<Vec<T>, QueryError> {
        let given = [("target".to_owned(), Value::from(target))];
        let result = self.builder.runner.run(query, window, &given)?;
        Ok(result.series.iter().filter_map(read).collect())
    }

    /// What the section says that uptime should be: the number of the target `>= 99.9`.
    fn objective(&self) -> Option<f64> {
        let uptime = self.columns.iter().find(|column| column.name == "uptime")?;
        uptime.target.as_ref()?.trim_start_matches(['>', '=', ' ']).trim().parse().ok()
    }
}

/// The actions of reviews that are open although their day is over, the longest overdue first.
fn overdue(config: &Config, bounds: &Bounds) -> Vec<Row> {
    let actions = open_actions(config).into_iter().filter(|action| action.is_overdue(bounds.day));
    let row = |action: Action| {
        let labels = [("review", action.review.as_str())].into_iter().collect();
        let values = json!({
            "review": action.review, "what": action.text, "owner": action.owner,
            "due": action.due.map(|due| due.to_string()),
        });
        Row::new(labels, bounds.window, values.as_object().cloned().unwrap_or_default())
    };
    actions.map(row).collect()
}

/// An instant of a row in milliseconds.
fn time(series: &Series, column: &str) -> Option<i64> {
    let (_, value) = series.values.iter().find(|(name, _)| name == column)?;
    Some(value.as_time()?.as_millisecond())
}

/// What is usual, unless it is being learnt.
fn usual(series: &Series) -> Option<Usual> {
    let number = |name: &str| series.values.iter().find(|(column, _)| column == name)?.1.as_f64();
    Some(Usual { low: number("low")?, median: series.value?, high: number("high")? })
}

/// The course of each number over rows that are in order of time.
fn sparks(course: &[Row], columns: &[Column]) -> BTreeMap<String, Vec<Option<f64>>> {
    let values = |name: &str| course.iter().map(|row| row.number(name)).collect();
    let numbers = columns.iter().filter(|column| column.is_number() && !course.is_empty());
    numbers.map(|column| (column.name.clone(), values(&column.name))).collect()
}

/// Sets beside each row the one of the same labels a week before.
fn compare(rows: &mut [Row], before: &[Row], columns: &[Column]) {
    for row in rows {
        let Some(previous) = before.iter().find(|previous| previous.labels == row.labels) else { continue };
        let change = |column: &Column| {
            let (now, then) = (row.number(&column.name)?, previous.number(&column.name)?);
            Some((column.name.clone(), change(now, then, column)?))
        };
        row.changes = columns.iter().filter_map(change).collect();
        row.previous = Some(previous.values.clone());
    }
}

/// `None` where a ratio to nothing would be asked for.
fn change(now: f64, then: f64, column: &Column) -> Option<Change> {
    if column.is_percentage() {
        return Some(Change { value: now - then, unit: "pp" });
    }
    Some(Change { value: percentage(now - then, then)?, unit: "%" })
}

fn mark_missed(section: &mut Section) {
    let targets: Vec<(String, Condition)> = section
        .columns
        .iter()
        .filter_map(|column| {
            let condition = format!("value {}", column.target.as_ref()?);
            Some((column.name.clone(), Condition::prepare(&condition, &["value".to_owned()]).ok()?))
        })
        .collect();
    for row in &mut section.rows {
        let misses = |(name, condition): &(String, Condition)| {
            let value = row.number(name)?;
            let met = evaluate_condition(condition, &[value.into()]).ok()?;
            (met == Some(false)).then(|| name.clone())
        };
        row.missed = targets.iter().filter_map(misses).collect();
    }
}

fn peak(section: &Section) -> Option<usize> {
    let (_, column) = section.charted()?;
    let number = |row: &Row| row.number(&column.name).unwrap_or(0.0);
    let highest = section.rows.iter().map(number).fold(0.0, f64::max);
    (highest > 0.0).then(|| section.rows.iter().position(|row| number(row) >= highest))?
}

/// How a project writes numbers.
pub(crate) fn numerals(project: &Project) -> Numerals {
    let Project { currency, thousands, decimal, .. } = project.clone();
    Numerals { thousands, decimal, currency }
}

/// The command line that gives the same bytes again.
fn command(report: &Report) -> String {
    let store = report.store.as_ref().map(|store| format!(" --store {}", store.id)).unwrap_or_default();
    format!("tillwatch report {} --date {} --now {}{store}", report.name, report.day, report.now)
}
