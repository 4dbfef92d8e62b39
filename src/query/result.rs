//! What a query gave: its table, and the same as instances with labels.

use std::collections::HashSet;

use jiff::Timestamp;

use super::{Instances, Query, QueryError, Window};
use crate::db::{Table, Value};
use crate::inventory::{Inventory, StoreState};
use crate::label::Labels;

/// What a query gave.
#[derive(Clone, Debug)]
pub(crate) struct QueryResult {
    pub window: Window,
    pub table: Table,
    pub series: Vec<Series>,
    /// What the source had to say beside its answer.
    pub warnings: Vec<String>,
}

/// One instance of a result: its labels, its columns, and the number in `value`.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub labels: Labels,
    /// All columns that are no labels, in their order; empty for an absent store.
    pub values: Vec<(String, Value)>,
    /// `None` is no data: NULL, or a store that has no row.
    pub value: Option<f64>,
    /// Completed by `instances: stores`.
    pub absent: bool,
}

impl QueryResult {
    /// Reads the rows as instances, completed by the open stores that no row is about where the query asks for it.
    pub(super) fn new(
        query: &Query,
        window: Window,
        table: Table,
        inventory: &Inventory,
        now: Timestamp,
    ) -> Result<Self, QueryError> {
        let read = |row: &Vec<Value>| Series::read(query, &table.columns, row);
        let mut series = table.rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        if query.front.instances == Instances::Stores && !inventory.stores.is_empty() {
            let label = &inventory.label;
            if !query.front.labels.contains(label) {
                return Err(QueryError::StoresWithoutLabel {
                    name: query.name.clone(),
                    label: label.clone(),
                });
            }
            series.extend(absent(&series, inventory, now));
        }
        Ok(Self { window, table, series, warnings: Vec::new() })
    }

    /// The table as instances: labels in their canonical text, and a row for every absent store with its label and
    /// NULL where the values would stand.
    pub(crate) fn completed(&self, query: &Query) -> Table {
        let columns = &self.table.columns;
        let cell = |column: &String, value: &Value| match value {
            Value::Null => Value::Null,
            label if query.front.labels.contains(column) => label.label_text().into(),
            number => number.clone(),
        };
        let present = self
            .table
            .rows
            .iter()
            .map(|row| columns.iter().zip(row).map(|(column, value)| cell(column, value)).collect());
        let of_absent = |series: &Series| -> Vec<Value> {
            columns.iter().map(|column| Value::from(series.labels.get(column))).collect()
        };
        let absent = self.series.iter().filter(|series| series.absent).map(of_absent);
        Table { columns: columns.clone(), rows: present.chain(absent).collect() }
    }
}

impl Series {
    fn read(query: &Query, columns: &[String], row: &[Value]) -> Result<Self, QueryError> {
        let mut series = Self { labels: Labels::default(), values: Vec::new(), value: None, absent: false };
        for (column, value) in columns.iter().zip(row) {
            if query.front.labels.contains(column) {
                series.labels.set(column, value.label_text());
                continue;
            }
            if column == "value" {
                series.value = value.as_f64();
                if series.value.is_none() && *value != Value::Null {
                    return Err(QueryError::NotANumber {
                        name: query.name.clone(),
                        found: value.label_text(),
                    });
                }
            }
            series.values.push((column.clone(), value.clone()));
        }
        Ok(series)
    }
}

/// The open stores that no row is about.
/// The instances that a query has whatever its answer: every open store, or the only one of a query without labels.
pub(crate) fn known_instances(query: &Query, inventory: &Inventory, now: Timestamp) -> Option<Vec<Series>> {
    match query.front.labels.as_slice() {
        [] => Some(vec![Series { labels: Labels::default(), values: Vec::new(), value: None, absent: true }]),
        [label] if *label == inventory.label && query.front.instances == Instances::Stores => {
            Some(absent(&[], inventory, now))
        }
        _ => None,
    }
}

fn absent(present: &[Series], inventory: &Inventory, now: Timestamp) -> Vec<Series> {
    let label = inventory.label.as_str();
    let present: HashSet<&str> = present.iter().filter_map(|series| series.labels.get(label)).collect();
    let open = inventory.stores.iter().filter(|store| store.state(now) != StoreState::Closed);
    open.filter(|store| !present.contains(store.id.as_str()))
        .map(|store| Series {
            labels: [(label, store.id.as_str())].into_iter().collect(),
            values: Vec::new(),
            value: None,
            absent: true,
        })
        .collect()
}
