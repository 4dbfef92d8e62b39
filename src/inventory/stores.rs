//! The stores of the configuration, ready to be asked.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::json;

use super::{Directory, Hours, HoursError};
use crate::config::{self, Config, ConfigError, Problem};
use crate::time::sql_text;

/// The calendar that means "the hours of the store that the label names".
const STORE_HOURS: &str = "store_hours";

/// One store.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub id: String,
    pub name: String,
    pub hours: Hours,
}

/// Whether a store is open, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoreState {
    Closed,
    /// Open; `since` is `None` where it never closes.
    Open {
        since: Option<Timestamp>,
    },
}

/// Stores, calendars and the people behind names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inventory {
    /// The label that carries a store's id.
    pub label: String,
    pub stores: Vec<Store>,
    pub directory: Directory,
    pub calendars: BTreeMap<String, Hours>,
}

impl Store {
    pub(crate) fn state(&self, now: Timestamp) -> StoreState {
        if self.hours.is_open(now) {
            StoreState::Open { since: self.hours.opened_at(now) }
        } else {
            StoreState::Closed
        }
    }
}

impl Inventory {
    /// Reads hours, zones and dates, and names every one that is wrong.
    pub(crate) fn new(config: &Config) -> Result<Self, ConfigError> {
        let mut problems = Vec::new();
        let zone = project_zone(config, &mut problems);
        let mut keep = |path: [&str; 2], hours: Result<Hours, HoursError>| {
            let wrong = |error: HoursError| {
                problems.push(config.problem(&[path[0], path[1], error.key()], error));
            };
            hours.map_err(wrong).ok()
        };
        let mut stores: Vec<Store> = Vec::new();
        for (index, store) in config.stores.iter().enumerate() {
            let zone = store.time_zone.as_deref().unwrap_or(zone);
            let hours = Hours::parse(store.hours.as_deref(), &store.closed, zone);
            let hours = keep(["stores", &index.to_string()], hours);
            stores.extend(hours.map(|hours| Store { id: store.id.clone(), name: store.name.clone(), hours }));
        }
        let mut calendars = BTreeMap::new();
        for (name, calendar) in &config.calendars {
            let zone = calendar.time_zone.as_deref().unwrap_or(zone);
            let hours =
                keep(["calendars", name], Hours::parse(Some(&calendar.hours), &calendar.closed, zone));
            calendars.extend(hours.map(|hours| (name.clone(), hours)));
        }
        for (index, store) in config.stores.iter().enumerate() {
            if config.stores[..index].iter().any(|other| other.id == store.id) {
                let message = format!("two stores have the id {}", store.id);
                problems.push(config.problem(&["stores", &index.to_string(), "id"], message));
            }
        }
        let config::Inventory { late, overdue, .. } = &config.inventory;
        if late > overdue {
            let message = format!("late ({late}) comes after overdue ({overdue})");
            problems.push(config.problem(&["inventory", "late"], message));
        }
        let (directory, wrong) = Directory::new(config, zone);
        problems.extend(wrong);
        if problems.is_empty() {
            let label = config.inventory.label.clone();
            Ok(Self { label, stores, directory, calendars })
        } else {
            Err(ConfigError::Wrong(problems))
        }
    }

    pub(crate) fn store(&self, id: &str) -> Option<&Store> {
        self.stores.iter().find(|store| store.id == id)
    }

    /// The hours of a calendar; `None` if there is no such calendar or, for `store_hours`, no such store.
    pub(crate) fn calendar(&self, name: &str, store: Option<&str>) -> Option<&Hours> {
        let of_store = || Some(&self.store(store.filter(|_| name == STORE_HOURS)?)?.hours);
        self.calendars.get(name).or_else(of_store)
    }

    /// Whether the date of an instant is a closed one: of the store, or of every store where none is named.
    pub(crate) fn is_holiday(&self, store: Option<&str>, at: Timestamp) -> bool {
        let mut of = self.stores.iter().filter(|known| store.is_none_or(|id| known.id == id)).peekable();
        of.peek().is_some() && of.all(|store| store.hours.is_closed_date(at))
    }

    /// Whether a calendar is open; `None` where [`Inventory::calendar`] is.
    pub(crate) fn is_open(&self, calendar: &str, store: Option<&str>, now: Timestamp) -> Option<bool> {
        Some(self.calendar(calendar, store)?.is_open(now))
    }

    /// The built-in parameter `:stores`: a JSON array of `{"store_id", "name", "open", "opened_at"}`, `open` 0 or 1,
    /// `opened_at` UTC text or null where the store never closes.
    pub(crate) fn to_json(&self, now: Timestamp) -> String {
        let store = |store: &Store| {
            let opened = match store.state(now) {
                StoreState::Closed => None,
                StoreState::Open { since } => since.map(sql_text),
            };
            json!({ "store_id": store.id, "name": store.name, "open": i32::from(store.hours.is_open(now)), "opened_at": opened })
        };
        serde_json::Value::Array(self.stores.iter().map(store).collect()).to_string()
    }
}

/// The zone of stores that name none; UTC in place of a wrong one, which is said once.
fn project_zone<'c>(config: &'c Config, problems: &mut Vec<Problem>) -> &'c str {
    let zone = &config.project.time_zone;
    match Hours::parse(None, &[], zone) {
        Ok(_) => zone,
        Err(error) => {
            problems.push(config.problem(&["project", error.key()], error));
            "UTC"
        }
    }
}
