//! Teams and rotations: members that nobody is, circles, and overrides that meet.

use super::circle::circle;
use super::finding::Findings;
use crate::config::{Config, Contact, Problem};
use crate::inventory::Directory;

/// A team or rotation: its section of the configuration and its name.
type Group<'c> = (&'static str, &'c str);

pub(super) fn check(config: &Config, directory: &Directory, findings: &mut Findings) {
    for group in groups(config) {
        findings.errors(strangers(config, directory, group));
        findings.errors(circle_of_members(config, group));
    }
    findings.warnings(overlapping(config, directory));
}

fn groups(config: &Config) -> impl Iterator<Item = Group<'_>> {
    let teams = config.teams.keys().map(|name| ("teams", name.as_str()));
    teams.chain(config.rotations.keys().map(|name| ("rotations", name.as_str())))
}

/// The names that a team or rotation names, each with the path of keys below it.
fn members<'c>(config: &'c Config, name: &str) -> Vec<(Vec<String>, &'c str)> {
    let path = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let listed = |members: &'c [String]| {
        let members = members.iter().enumerate();
        members.map(move |(index, member)| (path(&["members", &index.to_string()]), member.as_str()))
    };
    let team = config.teams.get(name).into_iter().flat_map(|team| listed(&team.members));
    let rotation = config.rotations.get(name);
    let overrides = rotation.into_iter().flat_map(|rotation| rotation.overrides.iter().enumerate());
    let stand_ins =
        overrides.map(|(index, entry)| (path(&["overrides", &index.to_string(), "who"]), entry.who.as_str()));
    let turns = rotation.into_iter().flat_map(|rotation| listed(&rotation.members));
    team.chain(turns).chain(stand_ins).collect()
}

fn strangers(config: &Config, directory: &Directory, (section, name): Group<'_>) -> Vec<Problem> {
    let unknown = members(config, name).into_iter().filter(|(_, member)| !directory.knows(member));
    let problem = |(path, member): (Vec<String>, &str)| {
        let path: Vec<_> = [section, name].into_iter().chain(path.iter().map(String::as_str)).collect();
        let message = format!("there is no contact, team or rotation {member}");
        config.problem(&path, message).nearest(member, directory.names())
    };
    unknown.map(problem).collect()
}

/// Members who lead back to their own team or rotation.
fn circle_of_members(config: &Config, (section, name): Group<'_>) -> Option<Problem> {
    let next = |name| members(config, name).into_iter().map(|(_, member)| member).collect();
    let way = circle(name, next)?;
    Some(config.problem(&[section, name, "members"], format!("a circle of members: {way}")))
}

/// Who behind a name has no address of a kind, so that telling the name may reach nobody: a contact without one, whoever
/// of a rotation, a team of which nobody has one.
pub(super) fn unreached<'c>(config: &'c Config, name: &'c str, kind: &str) -> Option<&'c str> {
    search(config, name, kind, &mut Vec::new())
}

fn search<'c>(config: &'c Config, name: &'c str, kind: &str, seen: &mut Vec<&'c str>) -> Option<&'c str> {
    if seen.contains(&name) {
        return None;
    }
    seen.push(name);
    let lacks = |contact: &Contact| contact.addresses(kind).is_empty();
    let of_stores = || {
        let short = name.strip_prefix("store_");
        let contacts = config.stores.iter().filter_map(move |store| store.contacts.get(short?));
        contacts.chain(config.contacts.get(name))
    };
    if of_stores().next().is_some() {
        return of_stores().all(lacks).then_some(name);
    }
    let members: Vec<_> = members(config, name).into_iter().map(|(_, member)| member).collect();
    if config.rotations.contains_key(name) {
        return members.into_iter().find_map(|member| search(config, member, kind, seen));
    }
    let is_unreached = |member| search(config, member, kind, &mut seen.clone()).is_some();
    (!members.is_empty() && members.into_iter().all(is_unreached)).then_some(name)
}

fn overlapping(config: &Config, directory: &Directory) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, rotation) in directory.rotations() {
        for (index, later) in rotation.overrides().iter().enumerate() {
            let earlier = rotation.overrides()[..index].iter();
            if earlier.clone().any(|entry| entry.from < later.until && later.from < entry.until) {
                let path = ["rotations", name, "overrides", &index.to_string()];
                problems
                    .push(config.problem(&path, "it overlaps an earlier override, and holds in its place"));
            }
        }
    }
    problems
}
