//! A section's rows: the runs of its query, beside those of the time before, and what is usual.

use std::fmt::Write as _;

use serde_json::json;

use super::ask::Ask;
use super::build::Builder;
use super::definition::{Column, Definition, Rows, SectionDefinition, Spark};
use super::error::SectionError;
use super::marks::{compare, mark_missed, peak, sparks};
use super::model::{Row, Section, Store, Usual};
use super::period::Bounds;
use super::reliability::Reliability;
use crate::config::Config;
use crate::db::Value;
use crate::pir::{Action, open_actions};
use crate::query::{Query, QueryError, Series, Window};

/// What a row of an action says.
const OF_ACTIONS: [&str; 4] = ["due", "what", "owner", "review"];

impl Builder<'_> {
    /// Fills a section.
    pub(super) fn fill(
        &self,
        section: &mut Section,
        bounds: &Bounds,
        store: Option<&Store>,
    ) -> Result<(), SectionError> {
        self.know(section.kind, &section.query, &section.columns)?;
        if section.kind == Rows::Actions {
            section.all_stores = store.is_some();
            section.rows = overdue(self.config, bounds);
            return Ok(());
        }
        let query = self.catalogue.get(&section.query)?;
        for column in section.columns.iter_mut().filter(|column| column.name == "value") {
            column.target = column.target.take().or_else(|| query.front.target.clone());
        }
        let ask = Ask { builder: self, query, columns: &section.columns, given: self.given(query, store)? };
        section.all_stores = store.is_some() && ask.given.is_empty();
        // Rows that arrive late are not counted as missing: the window ends where all have arrived.
        section.until = section.until.min(self.runner.window(query, None).until).max(section.since);
        let window = Window { since: section.since, until: section.until };
        section.rows = ask.all(section.kind, window, bounds)?;
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
            Some(Spark::Hours) => ask.each(Bounds::hours(window))?,
            Some(Spark::Days) => ask.each(bounds.days(window))?,
            None => Vec::new(),
        };
        section.sparks = sparks(&course, ask.columns);
        section.list = section.rows.len() == 1 && section.columns.iter().all(Column::is_number);
        match section.kind {
            Rows::Hours | Rows::Days => section.peak = peak(section),
            // Of these the last alone is about the report's own time.
            Rows::Weeks => {}
            Rows::Whole | Rows::Targets | Rows::Actions => mark_missed(section),
        }
        Ok(())
    }

    /// Sets beside each row what is usual in its window. Figures stand without it: that it cannot be told is noted.
    pub(super) fn set_usual(&self, section: &mut Section, store: Option<&Store>) {
        let Some(name) = section.usual.clone() else { return };
        let usual = |row: &Row| -> Result<Option<Usual>, QueryError> {
            let query = self.catalogue.get(&name)?;
            let window = Window { since: row.since, until: row.until };
            let result = self.runner.run(query, window, &self.given(query, store)?)?;
            Ok(result.series.first().and_then(usual))
        };
        match section.rows.iter().map(usual).collect::<Result<Vec<_>, _>>() {
            Ok(found) => section.rows.iter_mut().zip(found).for_each(|(row, usual)| row.usual = usual),
            Err(error) => {
                section.usual = None;
                // Writing to a string cannot fail.
                let _ = write!(section.note, " What is usual is not known: {error}.");
            }
        }
    }

    fn given(&self, query: &Query, store: Option<&Store>) -> Result<Vec<(String, Value)>, QueryError> {
        let takes_store = self.runner.prepare(query)?.parameters.iter().any(|name| name == "store");
        let store = store.filter(|_| takes_store);
        Ok(store.map(|store| ("store".to_owned(), store.id.as_str().into())).into_iter().collect())
    }

    /// The sections with a column that no row will have, by their indices.
    pub(crate) fn unknown_columns(&self, definition: &Definition) -> Vec<(usize, SectionError)> {
        let unknown = |(index, section): (usize, &SectionDefinition)| {
            let error = self.know(section.rows, &section.query, &section.columns).err()?;
            matches!(error, SectionError::Column { .. }).then_some((index, error))
        };
        definition.sections().enumerate().filter_map(unknown).collect()
    }

    /// Refuses a column that no row will have.
    fn know(&self, kind: Rows, query: &str, columns: &[Column]) -> Result<(), SectionError> {
        let known: Vec<String> = match kind {
            Rows::Actions => OF_ACTIONS.map(str::to_owned).to_vec(),
            Rows::Targets => Reliability::names(),
            Rows::Whole | Rows::Hours | Rows::Days | Rows::Weeks => {
                // A shipped query may call stores by another label than the inventory does: no row of it names one.
                let further = ["store"].into_iter().chain(kind.is_in_time().then_some("start"));
                let query = self.runner.prepare(self.catalogue.get(query)?)?;
                query.columns.into_iter().chain(further.map(str::to_owned)).collect()
            }
        };
        match columns.iter().find(|column| !known.contains(&column.name)) {
            Some(column) => Err(SectionError::Column { name: column.name.clone(), known: known.join(", ") }),
            None => Ok(()),
        }
    }
}

/// What is usual, unless it is being learnt.
fn usual(series: &Series) -> Option<Usual> {
    let number = |name: &str| series.values.iter().find(|(column, _)| column == name)?.1.as_f64();
    Some(Usual { low: number("low")?, median: series.value?, high: number("high")? })
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
