//! The `[[ship]]` entries that a command line means.

use std::collections::BTreeSet;

use crate::app::Failure;
use crate::config::{Config, ShipConfig, nearest};
use crate::logs::{Entry, Patterns, Redactor, Shape, Treatment};

/// The shortest limit of a line: what a cut line says about itself must fit.
const SHORTEST: usize = 256;
/// The longest id of a store that leaves a batch room for lines.
const LONGEST_STORE: usize = 256;

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
    Patterns::new(&config.folder, &entry.paths).map_err(|error| wrong(entry, &error.to_string()))
}

/// The entry, ready to run; reads the secret that hashes need.
pub(super) fn ready(config: &Config, entry: &ShipConfig) -> Result<Entry, Failure> {
    if entry.max_line < SHORTEST {
        return Err(wrong(entry, &format!("max_line is {}; the least is {SHORTEST}", entry.max_line)));
    }
    if entry.store.as_ref().is_some_and(|store| store.len() > LONGEST_STORE) {
        return Err(wrong(entry, &format!("store is longer than {LONGEST_STORE} bytes")));
    }
    let hash_key = entry.hash_key.as_ref().map(|key| key.read(&config.folder)).transpose()?;
    let mut dead_letters = config.resolve(&config.database.path);
    dead_letters.set_file_name(format!("{}.deadletter.jsonl", entry.name.replace([':', '/', '\\'], "-")));
    Ok(Entry {
        name: entry.name.clone(),
        patterns: patterns(config, entry)?,
        store: entry.store.clone(),
        max_line: entry.max_line,
        treatment: Treatment {
            redactor: Redactor::new(&entry.redact, &entry.hash, hash_key.as_deref()),
            shape: Shape::default(),
        },
        dead_letters,
    })
}

fn wrong(entry: &ShipConfig, reason: &str) -> Failure {
    Failure::usage(format!("[[ship]] {}: {reason}", entry.name))
}
