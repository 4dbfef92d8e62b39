//! What only the whole configuration can tell: names that name nothing, jobs, secrets, files.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::routing::Routing;
use crate::cli::report::takes_reports;
use crate::cli::schedule::{self, line_problems};
use crate::cli::sending::Address;
use crate::config::{Config, Problem, PushKind, Secret};
use crate::inventory::Inventory;

pub(super) fn check(config: &Config, inventory: &Inventory, findings: &mut Findings) {
    let routing = Routing { config, inventory };
    findings.errors(routing.problems());
    findings.warnings(routing.warnings());
    findings.errors(report(config, inventory));
    findings.errors(shipping(config, inventory));
    findings.errors(pushing(config));
    findings.errors(super::channels::check(config));
    findings.warnings(super::channels::warnings(config));
    match schedule::jobs(config) {
        Ok(jobs) => findings.errors(line_problems(config, &jobs)),
        Err(problems) => findings.errors(problems),
    }
    findings.warnings(secrets(config));
    findings.count("store", config.stores.len());
    findings.count("job", config.jobs.len());
}

/// What is wrong with one entry of a `notify` list, each put where it stands by `at`.
pub(super) fn names(
    config: &Config,
    inventory: &Inventory,
    told: &BTreeMap<String, Vec<String>>,
    at: &dyn Fn(String) -> Problem,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (channel, contacts) in told {
        problems.extend(unknown_channel(config, channel, at));
        let writes_to = config.channels.get(channel).and_then(|channel| channel.address_kind());
        if contacts.is_empty() && writes_to.is_some() {
            let message =
                format!("the channel {channel} writes to people, and none is named: nobody is told");
            problems.push(at(message).hint("name contacts; `notify = []` of a route tells nobody"));
        }
        for name in contacts {
            problems.extend(unknown_contact(inventory, name, at));
            problems.extend(unreached_contact(config, channel, name, at));
        }
    }
    problems
}

/// A name by which a channel may find no address to write to.
fn unreached_contact(
    config: &Config,
    channel: &str,
    name: &str,
    at: &dyn Fn(String) -> Problem,
) -> Option<Problem> {
    let kind = config.channels.get(channel)?.address_kind()?;
    let who = super::people::unreached(config, name, kind)?;
    let through = if who == name { String::new() } else { format!("{name}: ") };
    let has_none = match config.teams.get(who) {
        Some(_) => format!("nobody of {who} has an address"),
        None => format!("{who} has no address"),
    };
    let problem = at(format!("{through}{has_none} `{kind}`, to which the channel {channel} writes"));
    Some(problem.hint("add one to the contact, or name somebody else"))
}

pub(super) fn unknown_channel(
    config: &Config,
    channel: &str,
    at: &dyn Fn(String) -> Problem,
) -> Option<Problem> {
    let known = config.channels.keys().map(String::as_str);
    (!config.channels.contains_key(channel))
        .then(|| at(format!("there is no [channels.{channel}]")).nearest(channel, known))
}

pub(super) fn unknown_contact(
    inventory: &Inventory,
    name: &str,
    at: &dyn Fn(String) -> Problem,
) -> Option<Problem> {
    let directory = &inventory.directory;
    (!directory.knows(name))
        .then(|| at(format!("there is no contact {name}")).nearest(name, directory.names()))
}

fn report(config: &Config, inventory: &Inventory) -> Vec<Problem> {
    let channel = config.report.channel.as_ref();
    let at = |message: String| config.problem(&["report", "channel"], message);
    let unknown = channel.and_then(|channel| unknown_channel(config, channel, &at));
    let contacts = config.report.recipients.iter().enumerate().filter_map(|(index, name)| {
        let at = |message| config.problem(&["report", "recipients", &index.to_string()], message);
        let unreached = channel.and_then(|channel| unreached_contact(config, channel, name, &at));
        unknown_contact(inventory, name, &at).or(unreached)
    });
    let told = config.report.notify.iter().enumerate().flat_map(|(index, told)| {
        let at = |message| config.problem(&["report", "notify", &index.to_string()], message);
        told_of_reports(config, inventory, told, &at)
    });
    unknown.into_iter().chain(contacts).chain(told).collect()
}

/// What is wrong with one entry of a report's `notify`: besides names, channels that no report can take.
pub(super) fn told_of_reports(
    config: &Config,
    inventory: &Inventory,
    told: &BTreeMap<String, Vec<String>>,
    at: &dyn Fn(String) -> Problem,
) -> Vec<Problem> {
    let unfit = told.keys().filter_map(|name| {
        let channel = config.channels.get(name).filter(|channel| !takes_reports(channel))?;
        Some(at(format!(
            "the channel {name} is of the kind {}: a report goes by mail or Slack",
            channel.kind()
        )))
    });
    unfit.chain(names(config, inventory, told, at)).collect()
}

/// Stores of `[[ship]]`, and settings that do not fit together. A machine that only ships need not list any.
fn shipping(config: &Config, inventory: &Inventory) -> Vec<Problem> {
    let unknown = |(index, entry): (usize, &crate::config::ShipConfig)| {
        let store = entry.store.as_ref().filter(|store| inventory.store(store).is_none())?;
        let known = inventory.stores.iter().map(|store| store.id.as_str());
        let at = config.problem(&["ship", &index.to_string(), "store"], format!("there is no store {store}"));
        (!inventory.stores.is_empty()).then(|| at.nearest(store, known))
    };
    let unfit = |(index, entry): (usize, &crate::config::ShipConfig)| {
        let mistake = crate::cli::logs::mistake(config, entry)?;
        Some(config.problem(&["ship", &index.to_string()], mistake))
    };
    let twice = |(index, entry): (usize, &crate::config::ShipConfig)| {
        let is_known = config.ship[..index].iter().any(|other| other.name == entry.name);
        let message = || format!("two [[ship]] entries are called {}", entry.name);
        is_known.then(|| config.problem(&["ship", &index.to_string(), "name"], message()))
    };
    let entries = || config.ship.iter().enumerate();
    let wrong = entries().filter_map(unknown).chain(entries().filter_map(unfit));
    wrong.chain(entries().filter_map(twice)).collect()
}

/// Where `[push]` sends: an address of its kind. Settings for a receiver are of no use where none is named.
fn pushing(config: &Config) -> Option<Problem> {
    let push = &config.push;
    if push.url.is_none() && push.kind != PushKind::default() {
        let problem = config.problem(&["push", "kind"], "no receiver of this kind is named");
        return Some(problem.hint("set url in [push]"));
    }
    let failure = Address::find(None, push).err()?;
    Some(config.problem(&["push", "url"], failure.message))
}

/// Secrets that cannot be read here and now.
fn secrets(config: &Config) -> Vec<Problem> {
    let mut all: Vec<(Vec<String>, &Secret)> = Vec::new();
    let path = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    for (index, store) in config.stores.iter().enumerate() {
        all.extend(
            store.token.as_ref().map(|secret| (path(&["stores", &index.to_string(), "token"]), secret)),
        );
    }
    for (name, channel) in &config.channels {
        let all_of = channel.secrets().into_iter();
        all.extend(all_of.map(|(key, secret)| (path(&["channels", name, channel.kind(), key]), secret)));
    }
    for (index, entry) in config.ship.iter().enumerate() {
        all.extend(entry.secrets().map(|(key, secret)| (path(&["ship", &index.to_string(), key]), secret)));
    }
    all.extend(config.push.token.as_ref().map(|secret| (path(&["push", "token"]), secret)));
    let unreadable = |(path, secret): (Vec<String>, &Secret)| {
        let error = match secret.read(&config.folder) {
            Err(error) => error.to_string(),
            Ok(text) if text.is_empty() => format!("{secret:?} is empty"),
            Ok(_) => return None,
        };
        Some(config.problem(&path.iter().map(String::as_str).collect::<Vec<_>>(), error))
    };
    all.into_iter().filter_map(unreadable).collect()
}
