//! The people behind the names that rules use.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{HoursError, Rotation};
use crate::config::{self, Config, Contact, Problem};
use crate::time;

/// Contacts of the whole and of each store, teams and rotations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directory {
    contacts: BTreeMap<String, Contact>,
    stores: BTreeMap<String, BTreeMap<String, Contact>>,
    teams: BTreeMap<String, Vec<String>>,
    rotations: BTreeMap<String, Rotation>,
}

/// An address, and by what name it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub person: String,
    pub address: String,
}

impl Directory {
    /// Reads people, and names what is wrong. `zone` is that of rotations that name none.
    pub(crate) fn new(config: &Config, zone: &str) -> (Self, Vec<Problem>) {
        let mut problems = ambiguous(config);
        let mut rotation = |(name, written): (&String, &config::Rotation)| {
            let zone = zone_of(config, name, written, zone, &mut problems);
            let rotation = Rotation::new(written, zone);
            problems.extend(reversed(config, name, &rotation));
            (name.clone(), rotation)
        };
        let directory = Self {
            contacts: config.contacts.clone(),
            stores: config.stores.iter().map(|store| (store.id.clone(), store.contacts.clone())).collect(),
            teams: config.teams.iter().map(|(name, team)| (name.clone(), team.members.to_vec())).collect(),
            rotations: config.rotations.iter().map(&mut rotation).collect(),
        };
        (directory, problems)
    }

    /// The addresses of a kind (`email`, `phone`, …) behind a name, each once. `store_manager` is the contact `manager` of
    /// the store that it is about, or else something of that very name: a contact, a rotation, whose member on call at
    /// that instant counts, or a team.
    pub(crate) fn addresses(
        &self,
        name: &str,
        kind: &str,
        store: Option<&str>,
        at: Timestamp,
    ) -> Vec<Recipient> {
        let mut search = Search { directory: self, store, at, seen: Vec::new(), found: Vec::new() };
        search.name(name);
        let mut recipients: Vec<Recipient> = Vec::new();
        for (person, contact) in search.found {
            for address in contact.addresses(kind) {
                if !recipients.iter().any(|known| known.address == *address) {
                    recipients.push(Recipient { person: person.to_owned(), address: address.clone() });
                }
            }
        }
        recipients
    }

    /// Whether a name means somebody, for any store at least.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let short = name.strip_prefix("store_");
        self.names().any(|known| known == name)
            || short.is_some_and(|short| self.stores.values().any(|contacts| contacts.contains_key(short)))
    }

    /// All names of the whole, for hints.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.contacts.keys().chain(self.teams.keys()).chain(self.rotations.keys()).map(String::as_str)
    }

    /// The rotations, by name.
    pub(crate) fn rotations(&self) -> impl Iterator<Item = (&str, &Rotation)> {
        self.rotations.iter().map(|(name, rotation)| (name.as_str(), rotation))
    }

    fn contact(&self, name: &str, store: Option<&str>) -> Option<&Contact> {
        let of_store = || self.stores.get(store?)?.get(name.strip_prefix("store_")?);
        of_store().or_else(|| self.contacts.get(name))
    }
}

/// The people behind a name, followed through teams and rotations.
struct Search<'a> {
    directory: &'a Directory,
    store: Option<&'a str>,
    at: Timestamp,
    /// Names that were followed: nobody is found twice, and no circle is followed for ever.
    seen: Vec<&'a str>,
    found: Vec<(&'a str, &'a Contact)>,
}

impl<'a> Search<'a> {
    fn name(&mut self, name: &'a str) {
        if self.seen.contains(&name) {
            return;
        }
        self.seen.push(name);
        let directory = self.directory;
        if let Some(contact) = directory.contact(name, self.store) {
            self.found.push((name, contact));
        } else if let Some(rotation) = directory.rotations.get(name) {
            self.name(rotation.on_call(self.at));
        } else if let Some(members) = directory.teams.get(name) {
            for member in members {
                self.name(member);
            }
        }
    }
}

/// Names that mean two things.
fn ambiguous(config: &Config) -> Vec<Problem> {
    let taken = |section: &str, name: &str, by: &[(&str, bool)]| {
        let other = by.iter().find(|(_, is_there)| *is_there)?.0;
        let message = format!("{name} is a {other} already: who is meant?");
        Some(config.problem(&[section, name], message))
    };
    let teams = config
        .teams
        .keys()
        .filter_map(|name| taken("teams", name, &[("contact", config.contacts.contains_key(name))]));
    let rotations = config.rotations.keys().filter_map(|name| {
        let others =
            [("contact", config.contacts.contains_key(name)), ("team", config.teams.contains_key(name))];
        taken("rotations", name, &others)
    });
    teams.chain(rotations).collect()
}

/// A rotation's zone; UTC in place of a wrong one.
fn zone_of(
    config: &Config,
    name: &str,
    written: &config::Rotation,
    zone: &str,
    problems: &mut Vec<Problem>,
) -> TimeZone {
    let zone = written.time_zone.as_deref().unwrap_or(zone);
    time::zone(zone).unwrap_or_else(|| {
        let error = HoursError::Zone(zone.to_owned());
        problems.push(config.problem(&["rotations", name, error.key()], error));
        TimeZone::UTC
    })
}

/// Overrides that end before they begin.
fn reversed(config: &Config, name: &str, rotation: &Rotation) -> Vec<Problem> {
    let overrides = rotation.overrides().iter().enumerate();
    let wrong = overrides.filter(|(_, entry)| entry.until <= entry.from);
    let problem = |(index, _): (usize, _)| {
        let path = ["rotations", name, "overrides", &index.to_string(), "until"];
        config.problem(&path, "it ends before it begins")
    };
    wrong.map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const PEOPLE: &str = r#"version = 1
        [[stores]]
        id = "1"
        name = "One"
        contacts.manager = { phone = "+71" }
        [contacts]
        ivan = { phone = "+1", email = "ivan@example.org" }
        maria = { phone = ["+2", "+1"] }
        petr = { email = "petr@example.org" }
        [rotations.on_call]
        members = ["ivan", "maria"]
        starts = "2026-01-05T09:00"
        overrides = [{ who = "everyone", from = "2026-02-02", until = "2026-02-03" }]
        [teams.everyone]
        members = ["petr", "on_call", "ivan", "maria", "store_manager"]
        [teams.egg]
        members = ["hen"]
        [teams.hen]
        members = ["egg", "petr"]
    "#;

    fn phones(name: &str, store: Option<&str>, at: &str) -> Vec<(String, String)> {
        let config = crate::config::parse(PEOPLE, Path::new("tillwatch.toml")).unwrap();
        let (directory, problems) = Directory::new(&config, "UTC");
        assert_eq!(problems, []);
        let recipients = directory.addresses(name, "phone", store, at.parse().unwrap());
        recipients.into_iter().map(|recipient| (recipient.person, recipient.address)).collect()
    }

    #[rstest::rstest]
    #[case::a_contact("maria", None, "2026-01-06T00:00:00Z", &[("maria", "+2"), ("maria", "+1")])]
    #[case::who_is_on_call("on_call", None, "2026-01-06T00:00:00Z", &[("ivan", "+1")])]
    #[case::who_is_next("on_call", None, "2026-01-12T09:00:00Z", &[("maria", "+2"), ("maria", "+1")])]
    #[case::a_team("everyone", None, "2026-01-06T00:00:00Z", &[("ivan", "+1"), ("maria", "+2")])]
    #[case::a_stores_own("everyone", Some("1"), "2026-01-06T00:00:00Z", &[("ivan", "+1"), ("maria", "+2"), ("store_manager", "+71")])]
    #[case::a_circle("on_call", None, "2026-02-02T00:00:00Z", &[("ivan", "+1"), ("maria", "+2")])]
    #[case::nobody("egg", None, "2026-01-06T00:00:00Z", &[])]
    fn a_name_leads_to_each_address_once(
        #[case] name: &str,
        #[case] store: Option<&str>,
        #[case] at: &str,
        #[case] phones_of: &[(&str, &str)],
    ) {
        let found = phones(name, store, at);
        let found: Vec<_> =
            found.iter().map(|(person, address)| (person.as_str(), address.as_str())).collect();
        assert_eq!(found, phones_of);
    }
}
