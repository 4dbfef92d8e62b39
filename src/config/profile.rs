//! The shipped profiles: projects to start from, as files under `profiles/NAME/`.

include!(concat!(env!("OUT_DIR"), "/shipped_profiles.rs"));

/// A project to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Profile {
    pub name: &'static str,
    pub help: &'static str,
}

/// Every profile, by name.
pub(crate) const PROFILES: &[Profile] =
    &[Profile { name: "cashier", help: "shops with a till app, a backend API and its database" }];

impl Profile {
    pub(crate) fn find(name: &str) -> Option<Self> {
        PROFILES.iter().copied().find(|profile| profile.name == name)
    }

    /// Its files: path within the project, and text.
    pub(crate) fn files(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let within = move |path: &'static str| path.strip_prefix(self.name)?.strip_prefix('/');
        SHIPPED.iter().filter_map(move |(path, text)| Some((within(path)?, *text)))
    }

    /// The text of one of its files.
    pub(crate) fn file(self, path: &str) -> Option<&'static str> {
        self.files().find(|(name, _)| *name == path).map(|(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{CONFIG_FILE, parse};
    use crate::inventory::Inventory;

    #[test]
    fn every_profile_is_a_project_that_parses() {
        for profile in PROFILES {
            let text = profile.file(CONFIG_FILE).unwrap();
            let config = parse(text, CONFIG_FILE.as_ref()).unwrap_or_else(|error| panic!("{error}"));
            Inventory::new(&config).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn every_shipped_folder_is_a_known_profile() {
        let known =
            |path: &str| PROFILES.iter().any(|profile| path.starts_with(&format!("{}/", profile.name)));
        assert!(SHIPPED.iter().all(|(path, _)| known(path)));
    }
}
