//! Whether things are well: one tile for each check, one for each store.

use std::collections::BTreeMap;

use super::answers::{Answer, Answers, Split, Unanswered};
use super::definition::CheckDefinition;
use super::level::{Level, Limits};
use super::model::{Body, OpenIncident, StoreTile, Tile};
use super::site::Site;
use super::values::Writing;
use crate::inventory::{Inventory, Store, StoreState};
use crate::query::{Query, Series};
use crate::render::{format, plural};
use jiff::Timestamp;

/// The most things that a tile names.
const NAMED: usize = 3;

/// A check with its answer.
struct Checked<'a> {
    check: &'a CheckDefinition,
    query: &'a Query,
    limits: Limits,
    answer: std::rc::Rc<Answer>,
}

impl<'a> Checked<'a> {
    fn ask(
        check: &'a CheckDefinition,
        answers: &Answers<'a>,
        store: Option<&str>,
    ) -> Result<Self, Unanswered> {
        let query = answers.query(&check.query)?;
        let good = check.good.as_ref().or(query.front.target.as_ref());
        let limits = Limits::new(good, check.warning.as_ref());
        let answer = answers.ask(query, answers.window(query, check.window), store)?;
        Ok(Self { check, query, limits, answer })
    }

    fn level(&self, value: Option<f64>) -> Level {
        self.limits.level(value).unwrap_or_default()
    }

    /// The number behind a level, as it is read.
    fn number(&self, value: Option<f64>, writing: &Writing<'_>) -> String {
        writing.number(value, &self.query.front.unit)
    }
}

/// A tile for each check.
pub(super) fn status(
    checks: &[CheckDefinition],
    answers: &Answers<'_>,
    writing: &Writing<'_>,
    store: Option<&str>,
) -> (Body, Option<Unanswered>) {
    let mut failed = None;
    let mut tile = |check: &CheckDefinition| match Checked::ask(check, answers, store) {
        Ok(checked) => checked.tile(answers, writing, store),
        Err(error) => {
            failed.get_or_insert(error);
            let text = check.words.failed().to_owned();
            Tile { title: check.title.clone(), level: Level::Bad, text, details: Vec::new(), failed: true }
        }
    };
    let tiles = checks.iter().map(&mut tile).collect();
    (Body::Status { tiles }, failed)
}

impl Checked<'_> {
    fn tile(&self, answers: &Answers<'_>, writing: &Writing<'_>, store: Option<&str>) -> Tile {
        let is_of_stores = answers.split(self.query).is_ok_and(|split| split == Split::Label);
        let store = store.filter(|_| is_of_stores);
        let series = self.answer.series(&writing.inventory.label, store);
        let words = &self.check.words;
        let tile = |level: Level, text: String, details: Vec<String>| Tile {
            title: self.check.title.clone(),
            level,
            text,
            details,
            failed: false,
        };
        match series.as_slice() {
            nothing if nothing.iter().all(|series| series.value.is_none()) => {
                tile(Level::Unknown, words.of(Level::Unknown).to_owned(), Vec::new())
            }
            [one] if store.is_some() || !is_of_stores => {
                let level = self.level(one.value);
                let number = one.value.filter(|_| level != Level::Good);
                let number = number.map(|_| self.number(one.value, writing));
                tile(level, words.of(level).to_owned(), number.into_iter().collect())
            }
            several => {
                let judged: Vec<(&Series, Level)> =
                    several.iter().map(|series| (*series, self.level(series.value))).collect();
                let count = |wanted| judged.iter().filter(|(_, level)| *level == wanted).count();
                let (good, unknown) = (count(Level::Good), count(Level::Unknown));
                let level = judged.iter().map(|(_, level)| *level).max().unwrap_or_default();
                let mut text = format!("{good} of {} {}", judged.len() - unknown, words.of(Level::Good));
                if unknown > 0 {
                    text = format!("{text}, {unknown} {}", words.of(Level::Unknown));
                }
                tile(level, text, self.unwell(judged, writing))
            }
        }
    }

    /// What is not good, the worst first.
    fn unwell(&self, mut judged: Vec<(&Series, Level)>, writing: &Writing<'_>) -> Vec<String> {
        judged.retain(|(_, level)| *level != Level::Good);
        judged.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
        let name = |(series, level): &(&Series, Level)| {
            let number = series.value.map(|_| format!(", {}", self.number(series.value, writing)));
            let word = self.check.words.of(*level);
            format!("{}: {word}{}", writing.name(series), number.unwrap_or_default())
        };
        let mut named: Vec<String> = judged.iter().take(NAMED).map(name).collect();
        if judged.len() > NAMED {
            named.push(format!("and {} more", judged.len() - NAMED));
        }
        named
    }
}

/// What stores are judged by.
pub(super) struct Round<'a> {
    pub answers: &'a Answers<'a>,
    pub writing: &'a Writing<'a>,
    pub incidents: &'a [OpenIncident],
    pub site: Site,
    pub now: Timestamp,
}

impl Round<'_> {
    /// A tile for each store of the inventory, the worst first.
    pub(super) fn stores(&self, checks: &[CheckDefinition]) -> (Body, Option<Unanswered>) {
        let inventory = self.writing.inventory;
        let (mut asked, mut failed) = (Vec::new(), None);
        for check in checks {
            match Checked::ask(check, self.answers, None) {
                Ok(checked) => asked.push(checked),
                Err(error) => {
                    failed.get_or_insert(error);
                }
            }
        }
        let incidents = by_store(self.incidents);
        let tile = |store: &Store| self.tile(store, &asked, failed.is_some(), &incidents, inventory);
        let mut tiles: Vec<StoreTile> = inventory.stores.iter().map(tile).collect();
        tiles.sort_by_key(|tile| std::cmp::Reverse(tile.level));
        (Body::Stores { summary: summary(&tiles), tiles }, failed)
    }

    fn tile(
        &self,
        store: &Store,
        checks: &[Checked<'_>],
        is_blind: bool,
        incidents: &BTreeMap<&str, Vec<&OpenIncident>>,
        inventory: &Inventory,
    ) -> StoreTile {
        let is_closed = store.state(self.now) == StoreState::Closed;
        let mut level = match (is_closed, is_blind) {
            (true, _) => Level::Closed,
            (false, true) => Level::Unknown,
            (false, false) => Level::Good,
        };
        let mut reasons = Vec::new();
        for incident in incidents.get(store.id.as_str()).into_iter().flatten() {
            level = level.max(incident.level);
            reasons.push((incident.level, format!("{} {}", incident.severity, incident.summary)));
        }
        for checked in checks.iter().filter(|_| !is_closed) {
            let series = checked.answer.series(&inventory.label, Some(&store.id));
            let value = series.first().and_then(|series| series.value);
            let found = checked.level(value);
            level = level.max(found);
            if found != Level::Good {
                let number =
                    value.map_or(format::NO_DATA.to_owned(), |_| checked.number(value, self.writing));
                reasons.push((found, format!("{}: {number}", checked.check.title)));
            }
        }
        reasons.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
        StoreTile {
            id: store.id.clone(),
            name: store.name.clone(),
            href: self.site.store(&store.id),
            level,
            text: word(level).into(),
            reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
        }
    }
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Closed => "closed",
        Level::Good => "all well",
        Level::Unknown => "no data",
        Level::Warning => "minor issues",
        Level::Bad => "critical",
    }
}

/// How many stores are how, the worst first.
fn summary(tiles: &[StoreTile]) -> String {
    let levels = [Level::Bad, Level::Warning, Level::Unknown, Level::Good, Level::Closed];
    let counts = levels.iter().filter_map(|level| {
        let count = tiles.iter().filter(|tile| tile.level == *level).count();
        (count > 0).then(|| format!("{count} {}", word(*level)))
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        "no stores".into()
    } else {
        format!("{}: {}", plural(tiles.len(), "store"), counts.join(", "))
    }
}

fn by_store(incidents: &[OpenIncident]) -> BTreeMap<&str, Vec<&OpenIncident>> {
    let mut all = BTreeMap::<&str, Vec<_>>::new();
    for incident in incidents {
        for store in &incident.store_ids {
            all.entry(store.as_str()).or_default().push(incident);
        }
    }
    all
}
