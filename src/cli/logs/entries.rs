//! The `[[ship]]` entries that a command line means.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::app::Failure;
use crate::config::{Config, ShipConfig, nearest};
use crate::label::digest;
use crate::logs::{Entry, Filter, Patterns, Shape, Treatment};
use crate::net;
use crate::redact::Redactor;
use crate::time;

/// The shortest limit of a line: what a cut line says about itself must fit.
const SHORTEST: usize = 256;
/// The longest id of a store that leaves a batch room for lines.
const LONGEST_STORE: usize = 256;
/// However slow a link is, so many bytes go together.
const SMALLEST_BATCH: usize = 16 * 1024;

/// What a `pattern` may find.
const GROUPS: [&str; 3] = ["timestamp", "level", "event"];

/// The entries of these names; all of them where none is named.
pub(super) fn chosen<'c>(config: &'c Config, names: &[String]) -> Result<Vec<&'c ShipConfig>, Failure> {
    if config.ship.is_empty() {
        return Err(
            Failure::usage("no [[ship]] entry").hint("add one to tillwatch.toml: name, paths and url")
        );
    }
    let mut known = BTreeSet::new();
    if let Some(twice) = config.ship.iter().find(|entry| !known.insert(entry.name.as_str())) {
        return Err(Failure::usage(format!("two [[ship]] entries are called {}", twice.name))
            .hint("checkpoints belong to a name: give each its own"));
    }
    if let Some(wrong) = names.iter().find(|name| !known.contains(name.as_str())) {
        let near = nearest(wrong, known.iter().copied());
        let list = || format!("there are: {}", known.iter().copied().collect::<Vec<_>>().join(", "));
        return Err(Failure::usage(format!("no [[ship]] entry is called {wrong}"))
            .hint(near.map_or_else(list, |right| format!("did you mean {right}?"))));
    }
    Ok(config.ship.iter().filter(|entry| names.is_empty() || names.contains(&entry.name)).collect())
}

/// Where the entry's files are.
pub(super) fn patterns(config: &Config, entry: &ShipConfig) -> Result<Patterns, Failure> {
    let value = |name: &str| std::env::var(name).ok();
    Patterns::new(&config.folder, &entry.paths, &value).map_err(|error| wrong(entry, &error.to_string()))
}

/// The entry, ready to run; reads the secret that hashes need.
pub(super) fn ready(config: &Config, entry: &ShipConfig) -> Result<Entry, Failure> {
    fits(entry)?;
    let hash_key = entry.hash_key.as_ref().map(|key| key.read(&config.folder)).transpose()?;
    if hash_key.as_ref().is_some_and(String::is_empty) {
        return Err(wrong(entry, "hash_key is empty: such hashes could be guessed by anybody"));
    }
    Ok(Entry {
        name: entry.name.clone(),
        patterns: patterns(config, entry)?,
        host: net::host_name(),
        store: entry.store.clone(),
        max_line: entry.max_line,
        encoding: entry.encoding.0,
        multiline_start: entry.multiline_start.as_ref().map(|start| start.regex().clone()),
        treatment: Treatment {
            redactor: Redactor::new(&entry.redact, &entry.hash, hash_key.as_deref()),
            shape: shape(config, entry)?,
            filter: filter(entry)?,
        },
        receiver: digest([entry.url.as_deref().unwrap_or_default(), &format!("{:?}", entry.kind)]),
        most: entry.rate.map(|rate| usize::try_from(rate.bytes()).unwrap_or(usize::MAX).max(SMALLEST_BATCH)),
        dead_letters: dead_letters(config, entry),
    })
}

/// Whether its name, paths and limits can be worked with.
fn fits(entry: &ShipConfig) -> Result<(), Failure> {
    let no_name = |c: char| c.is_control() || matches!(c, '/' | '\\');
    let reason = if entry.name.is_empty() || entry.name.starts_with('.') || entry.name.contains(no_name) {
        "name: files are called by it, so it has neither / nor \\ and begins with no dot".to_owned()
    } else if entry.paths.is_empty() {
        "paths is empty: name the files".to_owned()
    } else if entry.max_line < SHORTEST {
        format!("max_line is {}; the least is {SHORTEST}", entry.max_line)
    } else if entry.store.as_ref().is_some_and(|store| store.len() > LONGEST_STORE) {
        format!("store is longer than {LONGEST_STORE} bytes")
    } else {
        return Ok(());
    };
    Err(wrong(entry, &reason))
}

/// Where an entry's dead letters are kept.
pub(super) fn dead_letters(config: &Config, entry: &ShipConfig) -> PathBuf {
    let name = format!("{}.deadletter.jsonl", entry.name.replace([':', '/', '\\'], "-"));
    config.resolve(&config.database.path).with_file_name(name)
}

/// What is wrong with an entry, its secrets aside.
pub(in crate::cli) fn mistake(config: &Config, entry: &ShipConfig) -> Option<String> {
    let receiver = entry.credentials().and(entry.receiver().map(drop)).map_err(|error| wrong(entry, &error));
    let checked = receiver
        .and(fits(entry))
        .and(patterns(config, entry).map(drop))
        .and(shape(config, entry).map(drop))
        .and(filter(entry).map(drop));
    checked.err().map(|failure| failure.message)
}

/// How a line says when it was written, how grave it is and what happened.
fn shape(config: &Config, entry: &ShipConfig) -> Result<Shape, Failure> {
    let set = |key: &Option<String>, known| key.as_ref().map_or(known, |key| vec![key.clone()]);
    let known = Shape::default();
    if let Some(pattern) = &entry.pattern
        && !pattern.regex().capture_names().flatten().any(|name| GROUPS.contains(&name))
    {
        return Err(wrong(entry, &format!("pattern has none of the groups {}", GROUPS.join(", "))));
    }
    let zone = entry.time_zone.as_ref().unwrap_or(&config.project.time_zone);
    Ok(Shape {
        timestamp_keys: set(&entry.timestamp_key, known.timestamp_keys),
        level_keys: set(&entry.level_key, known.level_keys),
        event_keys: set(&entry.event_key, known.event_keys),
        pattern: entry.pattern.as_ref().map(|pattern| pattern.regex().clone()),
        timestamp_format: entry.timestamp_format.clone(),
        zone: time::zone(zone).ok_or_else(|| wrong(entry, &format!("there is no time zone {zone}")))?,
    })
}

fn filter(entry: &ShipConfig) -> Result<Filter, Failure> {
    entry.filters.iter().try_fold(Filter::default(), |filter, rule| {
        filter
            .rule(&rule.level, &rule.event, rule.keep.0)
            .map_err(|error| wrong(entry, &format!("filters: {}", error.msg)))
    })
}

fn wrong(entry: &ShipConfig, reason: &str) -> Failure {
    Failure::usage(format!("[[ship]] {}: {reason}", entry.name))
}
