//! Values of rows as people read them.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::level::{Level, Limits, Words};
use crate::db::Value;
use crate::inventory::Inventory;
use crate::query::Series;
use crate::render::{Numerals, format};

/// How values are written on one page.
pub(super) struct Writing<'a> {
    pub inventory: &'a Inventory,
    pub zone: TimeZone,
    pub numerals: Numerals,
    pub day: Date,
}

impl Writing<'_> {
    pub(super) fn number(&self, value: Option<f64>, unit: &str) -> String {
        value.map_or_else(|| format::NO_DATA.into(), |value| self.numerals.in_unit(value, unit))
    }

    /// A column of a row as text; `store` is the name of the store that it is about.
    pub(super) fn text(&self, series: &Series, column: &str, unit: &str) -> String {
        if column == "store" {
            return self.store(series).unwrap_or_else(|| "-".into());
        }
        if !format::is_text(unit) {
            return self.number(number(series, column), unit);
        }
        let label = || series.labels.get(column).map(str::to_owned);
        let found = series.values.iter().find(|(name, _)| name == column).map(|(_, value)| value);
        let text = match found {
            None | Some(Value::Null) => label(),
            Some(value) if unit == "text" => Some(value.label_text()),
            Some(value) => value.as_time().map(|at| at.to_string()).or_else(|| Some(value.label_text())),
        };
        let text = text.unwrap_or_else(|| "-".into());
        format::text_in_unit(&text, unit, &self.zone, Some(self.day))
    }

    /// The name of the store that a row is about.
    fn store(&self, series: &Series) -> Option<String> {
        series.labels.get(&self.inventory.label).map(|id| self.store_name(id))
    }

    /// The name of a store, or its id where the inventory has none.
    pub(super) fn store_name(&self, id: &str) -> String {
        self.inventory.store(id).map_or_else(|| id.to_owned(), |store| store.name.clone())
    }

    /// What tells a row from others: its store, its other labels.
    pub(super) fn name(&self, series: &Series) -> String {
        let named = |(name, value): (&str, &str)| {
            if name == self.inventory.label { self.store_name(value) } else { value.to_owned() }
        };
        series.labels.iter().map(named).collect::<Vec<_>>().join(", ")
    }
}

/// A column of a row as a number.
pub(super) fn number(series: &Series, column: &str) -> Option<f64> {
    series.values.iter().find(|(name, _)| name == column)?.1.as_f64()
}

/// How good a value is, and how that is said where it is not good.
pub(super) fn judged(limits: &Limits, value: Option<f64>) -> (Option<Level>, String) {
    let level = limits.level(value);
    let word =
        level.filter(|level| *level >= Level::Warning).map(|level| Words::default().of(level).to_owned());
    (level, word.unwrap_or_default())
}
