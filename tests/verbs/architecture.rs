//! The layers of docs/architecture.md, read from the sources: main → cli → app → features → query → db → leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use regex::Regex;

/// What each module may use of the others, beside what the layers below it give (see [`allowed`]).
///
/// Between features only the arrows of the picture in docs/architecture.md.
const FEATURES: &[(&str, &[&str])] = &[
    // Recordings are samples like any that come in.
    ("alert", &["ingest"]),
    ("audit", &[]),
    ("baseline", &[]),
    // A report may be a page, and incidents stand on most.
    ("dashboard", &["alert", "incident", "report"]),
    ("demo", &[]),
    ("event", &["notify", "route"]),
    ("heartbeat", &[]),
    ("incident", &["alert", "audit", "event", "notify", "route"]),
    ("ingest", &[]),
    ("logs", &["ingest"]),
    ("metric", &["ingest"]),
    ("notify", &[]),
    ("pir", &["alert", "audit", "event", "incident", "notify"]),
    ("probe", &[]),
    // Reports say which actions of reviews are overdue.
    ("report", &["pir"]),
    // How grave a line is says how long it is kept.
    ("retention", &["logs"]),
    ("route", &["notify"]),
    ("ruletest", &["alert", "incident", "ingest", "notify"]),
    ("schedule", &[]),
    ("serve", &["audit", "dashboard", "incident", "ingest", "metric", "token", "watchdog"]),
    ("token", &["audit"]),
    ("watchdog", &["metric"]),
];

/// The leaves, each with the leaves below it.
const LEAVES: &[(&str, &[&str])] = &[
    ("chart", &["render"]),
    ("config", &["label", "time"]),
    ("inventory", &["config", "label", "time"]),
    ("label", &[]),
    ("net", &["config", "time"]),
    ("redact", &[]),
    ("render", &["stats", "time"]),
    ("stats", &[]),
    ("time", &[]),
];

fn allowed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let leaves = || LEAVES.iter().map(|(name, _)| *name);
    let features = || FEATURES.iter().map(|(name, _)| *name);
    let mut allowed: BTreeMap<_, BTreeSet<_>> =
        LEAVES.iter().map(|(name, below)| (*name, below.iter().copied().collect())).collect();
    allowed.insert("db", ["config", "label", "stats", "time"].into());
    allowed.insert("query", leaves().chain(["db"]).collect());
    for (name, arrows) in FEATURES {
        allowed.insert(name, leaves().chain(["db", "query"]).chain(arrows.iter().copied()).collect());
    }
    allowed.insert("app", leaves().chain(["db", "query"]).chain(features()).collect());
    allowed.insert("cli", leaves().chain(["app", "db", "query"]).chain(features()).collect());
    allowed.insert("fuzz", features().collect());
    allowed.insert("lib", BTreeSet::from(["cli"]));
    allowed.insert("main", BTreeSet::new());
    allowed
}

/// Every source file and its text without comments and unit tests, which may look at whatever they like.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { walk(&path, files) } else { files.push(path) }
        }
    }
    let (root, mut files) = (root().join("src"), Vec::new());
    walk(&root, &mut files);
    files.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    files.sort();
    let code = |path: &PathBuf| -> String {
        let text = fs::read_to_string(path).unwrap();
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = shipped.lines().map(|line| line.split("//").next().unwrap_or_default());
        code.collect::<Vec<_>>().join("\n")
    };
    files.iter().map(|path| (path.strip_prefix(&root).unwrap().to_owned(), code(path))).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The top module that a file belongs to.
fn module(file: &Path) -> String {
    file.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn no_module_uses_one_above_it_or_beside_it_but_along_the_arrows() {
    let (edge, allowed) = (Regex::new(r"\bcrate::(\{|\w+)").unwrap(), allowed());
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        let from = module(&file);
        let may =
            allowed.get(from.as_str()).unwrap_or_else(|| panic!("src/{from} has no place in the layers"));
        for found in edge.captures_iter(&code) {
            let to = &found[1];
            if to != from && !may.contains(to) {
                wrong.push(format!("src/{}: {from} must not use crate::{to}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_arrows_have_no_circle() {
    let allowed = allowed();
    let mut left: BTreeSet<_> = allowed.keys().copied().collect();
    while let Some(free) = left.iter().copied().find(|name| allowed[name].is_disjoint(&left)) {
        left.remove(free);
    }
    assert!(left.is_empty(), "these use each other in a circle: {left:?}");
}

#[test]
fn only_db_knows_a_driver_and_only_app_reads_the_clock() {
    let rules = [
        (r"\brusqlite::", "db", "use src/db: nothing else knows a driver"),
        (
            r"\b(Timestamp|Zoned|SystemTime)::now\(",
            "app",
            "take `now` as a parameter: src/app alone reads the clock",
        ),
    ];
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        for (pattern, home, advice) in rules {
            if module(&file) != home && Regex::new(pattern).unwrap().is_match(&code) {
                wrong.push(format!("src/{}: {advice}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_opens_with_what_it_is_for() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|(file, _)| !fs::read_to_string(root().join("src").join(file)).unwrap().starts_with("//!"))
        .map(|(file, _)| file)
        .collect();
    assert!(silent.is_empty(), "these lack a `//!`: {silent:?}");
}

#[test]
fn the_lock_file_keeps_to_the_bans_and_sources_of_deny_toml() {
    let read = |name: &str| -> toml::Table {
        fs::read_to_string(root().join(name))
            .unwrap()
            .parse()
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let (deny, lock) = (read("deny.toml"), read("Cargo.lock"));
    let banned: BTreeSet<_> = deny["bans"]["deny"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|ban| ban.get("wrappers").is_none())
        .map(|ban| ban["crate"].as_str().unwrap())
        .collect();
    let mut sources = BTreeSet::new();
    for package in lock["package"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        assert!(!banned.contains(name), "deny.toml bans {name}");
        sources.extend(package.get("source").and_then(toml::Value::as_str));
    }
    assert!(
        sources.len() == 1 && sources.iter().all(|source| source.starts_with("registry+")),
        "{sources:?}"
    );
}
