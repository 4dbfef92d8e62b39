//! One query's answers as rows.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json, json};

use super::apart::apart;
use super::build::Builder;
use super::definition::{Column, Rows};
use super::model::Row;
use super::period::Bounds;
use super::reliability::{Check, Evidence, reliability};
use crate::db::Value;
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::query::{Query, QueryError, Series, Target, Window};
use crate::render::words::few;
use crate::stats::Told;

/// Checks from shortly before a window tell in which state it began.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(10);

/// When each incident about a target opened and was acknowledged.
const RESPONSE: &str = "report_incident_response";

/// One query, asked for a section's columns.
pub(super) struct Ask<'a> {
    pub builder: &'a Builder<'a>,
    pub query: &'a Query,
    pub columns: &'a [Column],
    pub given: Vec<(String, Value)>,
}

impl Ask<'_> {
    /// The rows of a window, by where the section has them from.
    pub(super) fn all(&self, kind: Rows, window: Window, bounds: &Bounds) -> Result<Vec<Row>, QueryError> {
        match kind {
            Rows::Whole => self.rows(window),
            Rows::Hours => self.each(Bounds::hours(window)),
            Rows::Days => self.each(bounds.days(window)),
            Rows::Weeks => self.each(bounds.weeks(window)),
            Rows::Targets => {
                let targets = self.builder.config.targets.keys();
                targets.map(|target| self.target(target, window)).collect()
            }
            // They are no query's.
            Rows::Actions => Ok(Vec::new()),
        }
    }

    pub(super) fn rows(&self, window: Window) -> Result<Vec<Row>, QueryError> {
        let result = self.builder.runner.run(self.query, window, &self.given)?;
        Ok(result.series.iter().map(|series| self.row(series, window)).collect())
    }

    /// One row for each window.
    pub(super) fn each(&self, windows: Vec<Window>) -> Result<Vec<Row>, QueryError> {
        windows.into_iter().map(|window| self.first(window)).collect()
    }

    /// The one row of a window that is a bucket.
    pub(super) fn first(&self, window: Window) -> Result<Row, QueryError> {
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
            let label = || {
                let text = series.labels.get(&column.name)?;
                Some(if column.name == "alert" { few(text.split(',')) } else { text.to_owned() })
            };
            let found = series.values.iter().find(|(name, _)| *name == column.name);
            match found {
                Some((_, value)) if column.unit == "time" => json!(value.as_time()),
                Some((_, value)) => value.to_json(),
                None => label().map_or(Json::Null, Json::from),
            }
        };
        let values = self.columns.iter().map(|column| (column.name.clone(), value(column))).collect();
        Row::new(series.labels.clone(), window, values)
    }

    fn store_name(&self, series: &Series) -> Option<String> {
        let inventory = self.builder.inventory;
        series.labels.get(&inventory.label).map(|id| store_name(inventory, id))
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

    /// What the section says that uptime should be.
    fn objective(&self) -> Option<f64> {
        let uptime = self.columns.iter().find(|column| column.name == "uptime")?;
        uptime.target.as_ref().map(Target::number)
    }
}

/// The name of the store, or its id where the inventory has none. What is about several stores names them by a list of ids.
pub(super) fn store_name(inventory: &Inventory, id: &str) -> String {
    let known = |id: &str| inventory.store(id).map(|store| store.name.clone());
    known(id).unwrap_or_else(|| few(id.split(',').map(|id| known(id).unwrap_or_else(|| id.to_owned()))))
}

/// An instant of a row in milliseconds.
fn time(series: &Series, column: &str) -> Option<i64> {
    let (_, value) = series.values.iter().find(|(name, _)| name == column)?;
    Some(Timestamp::as_millisecond(value.as_time()?))
}
