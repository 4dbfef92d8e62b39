//! What a reader must know before anything else: the worst first.

use jiff::tz::TimeZone;

use super::definition::{Definition, Rows, SectionDefinition};
use super::model::{Level, News, Report, Row, Section, Verdict};
use crate::inventory::Inventory;
use crate::render::{format, plural};

/// So many news stand in the sentence; the rest are counted.
const IN_THE_SENTENCE: usize = 3;

/// The sentence over a report.
pub(super) fn verdict(mut news: Vec<News>) -> Verdict {
    // Stable: within a level the order of the sections holds.
    news.sort_by_key(|item| std::cmp::Reverse(item.level));
    let first: Vec<&str> = news.iter().take(IN_THE_SENTENCE).map(|item| item.text.as_str()).collect();
    let text = match news.len().saturating_sub(IN_THE_SENTENCE) {
        0 if news.is_empty() => "All well: every target met, no incident.".to_owned(),
        0 => format!("{}.", first.join("; ")),
        more => format!("{}; and {more} more.", first.join("; ")),
    };
    Verdict { level: news.first().map_or(Level::Good, |item| item.level), text, news }
}

/// All news of a report. Incidents come first, whatever place their section has.
pub(super) fn all(
    definition: &Definition,
    report: &Report,
    inventory: &Inventory,
    zone: &TimeZone,
) -> Vec<News> {
    let sections = || definition.sections.iter().zip(&report.sections);
    let incidents = sections()
        .filter(|(definition, _)| definition.rows_are_news)
        .flat_map(|(_, section)| section.rows.iter().map(|row| incident(row, report, zone)));
    let figures =
        sections().flat_map(|(definition, section)| figures(definition, section, report, inventory));
    incidents.chain(figures).chain(overdue(report)).collect()
}

/// That actions are late is one piece of news, however many they are.
fn overdue(report: &Report) -> Option<News> {
    let sections = report.sections.iter().filter(|section| section.kind == Rows::Actions);
    let count: usize = sections.map(|section| section.rows.len()).sum();
    (count > 0)
        .then(|| News { level: Level::Warning, text: format!("{} overdue", plural(count, "review action")) })
}

fn incident(row: &Row, report: &Report, zone: &TimeZone) -> News {
    let text = |name: &str| row.values.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let time = |name: &str| {
        let at = Some(text(name)).filter(|at| !at.is_empty());
        at.map(|at| format::text_in_unit(at, "time", zone, Some(report.day)))
    };
    let place = Some(text("store")).filter(|store| !store.is_empty()).map(|store| format!(" at {store}"));
    let what = format!("{} {}{}", text("severity"), text("alert"), place.unwrap_or_default());
    let since = time("opened").unwrap_or_default();
    match time("closed") {
        Some(until) => News { level: Level::Warning, text: format!("{what} from {since} to {until}") },
        None => News { level: Level::Bad, text: format!("{what} open since {since}") },
    }
}

fn figures(
    definition: &SectionDefinition,
    section: &Section,
    report: &Report,
    inventory: &Inventory,
) -> Vec<News> {
    if section.error.is_some() {
        return vec![News { level: Level::Bad, text: format!("no data for {}", section.title) }];
    }
    let missed = section.rows.iter().flat_map(|row| {
        row.missed.iter().map(|name| News { level: Level::Bad, text: missed(section, row, name, report) })
    });
    let quiet = section.rows.iter().filter(|row| {
        let id = row.labels.get(&inventory.label).unwrap_or_default();
        let was_open = |store: &crate::inventory::Store| {
            !store.hours.open_within(section.since, section.until).is_empty()
        };
        definition.quiet_stores_are_news
            && row.number("total") == Some(0.0)
            && inventory.store(id).is_some_and(was_open)
    });
    let quiet = quiet.map(|row| News { level: Level::Bad, text: format!("{} sold nothing", name_of(row)) });
    quiet.chain(missed).collect()
}

fn missed(section: &Section, row: &Row, name: &str, report: &Report) -> String {
    let Some(column) = section.columns.iter().find(|column| column.name == name) else {
        return String::new();
    };
    let value = report.numerals.in_unit(row.number(name).unwrap_or_default(), &column.unit);
    let whose = name_of(row);
    let whose = if whose.is_empty() { &section.title } else { whose };
    let target = column.target.as_deref().unwrap_or_default();
    format!("{whose}: {} {value} (target {target})", column.title.to_lowercase())
}

/// What tells a row from the others of its section: its store, its target, or what it is about.
fn name_of(row: &Row) -> &str {
    ["store", "target", "data"].iter().find_map(|name| row.values.get(*name)?.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(level: Level, text: &str) -> News {
        News { level, text: text.into() }
    }

    #[test]
    fn the_worst_comes_first_and_the_rest_is_counted() {
        let many = [(Level::Warning, "a"), (Level::Bad, "b"), (Level::Warning, "c"), (Level::Bad, "d")];
        let verdict = verdict(many.map(|(level, text)| news(level, text)).to_vec());
        assert_eq!((verdict.level, verdict.text.as_str()), (Level::Bad, "b; d; a; and 1 more."));
    }

    #[test]
    fn no_news_is_good_news() {
        assert_eq!(verdict(Vec::new()).level, Level::Good);
    }
}
