//! What a reader must know before anything else: the worst first.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::definition::{Column, Definition, Rows};
use super::model::{Level, News, Report, Row, Section, Verdict};
use super::text;
use crate::config::Config;
use crate::inventory::{Inventory, Store};
use crate::query::Target;
use crate::render::{format, plural, words::NAMED};

/// So many news stand in the sentence; the rest are counted.
const IN_THE_SENTENCE: usize = 3;

/// So many severities, of the gravest, are bad news although their incidents have ended.
const GRAVE: usize = 2;

/// The sentence over a report, and all news.
pub(super) fn verdict(
    definition: &Definition,
    report: &Report,
    config: &Config,
    inventory: &Inventory,
    zone: &TimeZone,
) -> Verdict {
    let desk = Desk { definition, report, config, inventory, zone };
    said(desk.all(), &Looked::at(definition, report))
}

/// What could have been news.
#[derive(Clone, Debug, Default)]
struct Looked {
    /// How many figures have targets, and which of them are not there.
    targets: usize,
    without_data: Vec<String>,
    /// Whether incidents are listed.
    incidents: bool,
}

impl Looked {
    fn at(definition: &Definition, report: &Report) -> Self {
        let mut looked =
            Self { incidents: definition.sections().any(|it| it.rows_are_news), ..Self::default() };
        // Of kinds of data that a project may not have, freshness says so itself.
        let judged = |section: &&Section| !section.kind.is_in_time() && !section.freshness;
        for section in report.sections.iter().filter(judged) {
            for column in section.columns.iter().filter(|column| column.target.is_some()) {
                let figure = |whose: &str| format!("{} of {whose}", column.title.to_lowercase());
                let missing = section.rows.iter().filter(|row| row.number(&column.name).is_none());
                looked.without_data.extend(missing.map(|row| figure(named(row, section))));
                // Where there is no row at all, one is missing.
                looked.without_data.extend(section.rows.is_empty().then(|| figure(&section.title)));
                looked.targets += section.rows.len().max(1);
            }
        }
        looked
    }

    /// What there is to say of no news. Nothing is called good that nobody looked at.
    fn all_well(&self) -> (Level, String) {
        let targets = (self.targets > 0).then(|| format!("{} met", plural(self.targets, "target")));
        let parts: Vec<String> =
            targets.into_iter().chain(self.incidents.then(|| "no incident".to_owned())).collect();
        if parts.is_empty() {
            let text = "Figures alone: nothing here has a target, and no incidents are listed.";
            return (Level::Unknown, text.into());
        }
        (Level::Good, format!("All well: {}.", parts.join(", ")))
    }
}

fn said(mut news: Vec<News>, looked: &Looked) -> Verdict {
    // Stable: within a level the order of the news holds.
    news.sort_by_key(|item| std::cmp::Reverse(item.level));
    let Some(worst) = news.first() else {
        let (level, text) = looked.all_well();
        return Verdict { level, text, news };
    };
    let level = worst.level;
    let first: Vec<&str> = news.iter().take(IN_THE_SENTENCE).map(|item| item.text.as_str()).collect();
    let text = match news.len().saturating_sub(IN_THE_SENTENCE) {
        0 => format!("{}.", first.join("; ")),
        more => format!("{}; and {more} more.", first.join("; ")),
    };
    Verdict { level, text, news }
}

/// What news are made from.
struct Desk<'a> {
    definition: &'a Definition,
    report: &'a Report,
    config: &'a Config,
    inventory: &'a Inventory,
    zone: &'a TimeZone,
}

impl Desk<'_> {
    /// Incidents come first, whatever place their section has; then figures; then what is late or not known.
    fn all(&self) -> Vec<News> {
        let sections = || self.definition.sections().zip(&self.report.sections);
        let incidents = sections()
            .filter(|(definition, _)| definition.rows_are_news)
            .flat_map(|(_, section)| section.rows.iter().map(|row| self.incident(row)));
        let unread = sections().filter(|(_, section)| section.error.is_some());
        let unread = unread.map(|(_, section)| bad(format!("no data for {}", section.title)));
        let quiet = sections()
            .filter(|(definition, _)| definition.quiet_stores_are_news)
            .flat_map(|(_, section)| self.quiet(section));
        let rest = self.overdue().into_iter().chain(self.without_data());
        incidents.chain(unread).chain(quiet).chain(self.missed()).chain(rest).collect()
    }

    fn incident(&self, row: &Row) -> News {
        let text = |name: &str| row.values.get(name).and_then(|value| value.as_str()).unwrap_or_default();
        let time = |name: &str| {
            let at = Some(text(name)).filter(|at| !at.is_empty());
            at.map(|at| format::text_in_unit(at, "time", self.zone, Some(self.report.day)))
        };
        let place = Some(text("store")).filter(|store| !store.is_empty());
        let place = place.map(|store| format!(" at {store}")).unwrap_or_default();
        let what = format!("{} {}{place}", text("severity"), text("alert"));
        let since = time("opened").unwrap_or_default();
        match time("closed") {
            Some(until) if self.is_grave(text("severity")) => bad(format!("{what} from {since} to {until}")),
            Some(until) => warning(format!("{what} from {since} to {until}")),
            None => bad(format!("{what} open since {since}")),
        }
    }

    /// Severities are named so that the gravest sorts first.
    fn is_grave(&self, severity: &str) -> bool {
        self.config.severities.keys().filter(|graver| graver.as_str() < severity).count() < GRAVE
    }

    /// The stores that were open and sold nothing: a few by name, many as one piece of news.
    fn quiet(&self, section: &Section) -> Vec<News> {
        let was_open = |store: &Store| !store.hours.open_within(section.since, section.until).is_empty();
        let is_of_open = |row: &&Row| {
            let id = row.labels.get(&self.inventory.label).unwrap_or_default();
            self.inventory.store(id).is_some_and(was_open)
        };
        let open: Vec<&Row> = section.rows.iter().filter(is_of_open).collect();
        let quiet = open.iter().filter(|row| row.number("total") == Some(0.0));
        match quiet.clone().count() {
            0..=NAMED => quiet.map(|row| bad(format!("{} sold nothing", name_of(row)))).collect(),
            many => vec![bad(format!("{many} of {} stores sold nothing", open.len()))],
        }
    }

    /// What misses its targets, together where it is about one thing. In a report of one store its row has figures that
    /// another section has told already.
    fn missed(&self) -> Vec<News> {
        let figure = |row: &Row, column: &Column, target: &Target| {
            let value = text::value(row.values.get(&column.name), column, self.report, self.zone);
            format!(
                "{} {value} (target {})",
                column.title.to_lowercase(),
                format::target(target.text(), &column.unit)
            )
        };
        let (mut all, mut told) = (Vec::new(), BTreeSet::new());
        let rows = self.report.sections.iter().flat_map(|it| it.rows.iter().map(move |row| (it, row)));
        for (section, row) in rows {
            let missed = section.columns.iter().filter(|column| row.missed.contains(&column.name));
            let figures = missed.filter_map(|column| Some(figure(row, column, column.target.as_ref()?)));
            let is_new = |figure: &String| !(self.is_of_the_store(row) && told.contains(figure));
            let figures: Vec<String> = figures.filter(is_new).collect();
            if !figures.is_empty() {
                all.push(bad(format!("{}: {}", named(row, section), figures.join(", "))));
            }
            told.extend(figures.into_iter().filter(|_| !section.all_stores));
        }
        all
    }

    /// Whether the report is limited to the store that the row is of.
    fn is_of_the_store(&self, row: &Row) -> bool {
        let id = row.labels.get(&self.inventory.label);
        self.report.store.as_ref().is_some_and(|store| id == Some(store.id.as_str()))
    }

    /// That actions are late is one piece of news, however many they are.
    fn overdue(&self) -> Option<News> {
        let sections = self.report.sections.iter().filter(|section| section.kind == Rows::Actions);
        let count: usize = sections.map(|section| section.rows.len()).sum();
        (count > 0).then(|| warning(format!("{} overdue", plural(count, "review action"))))
    }

    fn without_data(&self) -> Option<News> {
        let Looked { targets, without_data, .. } = Looked::at(self.definition, self.report);
        let (count, first) = (without_data.len(), without_data.first()?);
        let more = if count > 1 { " and others" } else { "" };
        Some(warning(format!("no data for {count} of {}: {first}{more}", plural(targets, "target"))))
    }
}

fn bad(text: String) -> News {
    News { level: Level::Bad, text }
}

fn warning(text: String) -> News {
    News { level: Level::Warning, text }
}

/// What tells a row from the others of its section: its store, its target, or what it is about.
fn name_of(row: &Row) -> &str {
    ["store", "target", "data"].iter().find_map(|name| row.values.get(*name)?.as_str()).unwrap_or_default()
}

/// And its section, where nothing does.
fn named<'a>(row: &'a Row, section: &'a Section) -> &'a str {
    Some(name_of(row)).filter(|name| !name.is_empty()).unwrap_or(&section.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_and_the_rest_is_counted() {
        let many = [("a", Level::Warning), ("b", Level::Bad), ("c", Level::Warning), ("d", Level::Bad)];
        let news = many.map(|(text, level)| News { level, text: text.into() });
        let verdict = said(news.to_vec(), &Looked::default());
        assert_eq!((verdict.level, verdict.text.as_str()), (Level::Bad, "b; d; a; and 1 more."));
    }

    #[rstest::rstest]
    #[case(12, true, Level::Good, "All well: 12 targets met, no incident.")]
    #[case(1, false, Level::Good, "All well: 1 target met.")]
    #[case(0, true, Level::Good, "All well: no incident.")]
    #[case(
        0,
        false,
        Level::Unknown,
        "Figures alone: nothing here has a target, and no incidents are listed."
    )]
    fn no_news_is_as_good_as_what_was_looked_at(
        #[case] targets: usize,
        #[case] incidents: bool,
        #[case] level: Level,
        #[case] text: &str,
    ) {
        let verdict = said(Vec::new(), &Looked { targets, incidents, without_data: Vec::new() });
        assert_eq!((verdict.level, verdict.text.as_str()), (level, text));
    }
}
