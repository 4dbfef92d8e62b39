//! Teams and rotations: members that nobody is, circles, and overrides that meet.

use super::finding::Findings;
use crate::config::{Config, Problem};
use crate::inventory::Directory;

/// A team or rotation: its section of the configuration and its name.
type Group<'c> = (&'static str, &'c str);

pub(super) fn check(config: &Config, directory: &Directory, findings: &mut Findings) {
    for group in groups(config) {
        findings.errors(strangers(config, directory, group));
        findings.errors(circle(config, group));
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

/// The way that leads from a team or rotation back to it, told once for all on the way.
fn circle(config: &Config, (section, name): Group<'_>) -> Option<Problem> {
    let mut ways = vec![vec![name]];
    let mut seen = Vec::new();
    while let Some(way) = ways.pop() {
        for (_, member) in members(config, way[way.len() - 1]) {
            if member == name {
                let is_first = way.iter().all(|other| name <= *other);
                let message = format!("a circle of members: {} → {name}", way.join(" → "));
                return is_first.then(|| config.problem(&[section, name, "members"], message));
            }
            if !seen.contains(&member) {
                seen.push(member);
                ways.push([way.as_slice(), &[member]].concat());
            }
        }
    }
    None
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
