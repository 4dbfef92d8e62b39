//! All dashboards of a project: the shipped ones, overridden by name by its `templates/dashboards/` folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::definition::{FOLDER, file};
use super::site::{HOME, STORE};
use super::{DashboardError, Definition};
use crate::config::{Config, Problem};
use crate::query::Catalogue;
use crate::render;

/// Dashboards by name, each read or refused.
pub(crate) struct Shelf {
    dashboards: BTreeMap<String, Result<Definition, Problem>>,
}

impl Shelf {
    /// Reads all of them. A mistake in one spoils no other.
    pub(crate) fn load(folder: &Path, catalogue: &Catalogue) -> Result<Self, DashboardError> {
        let mut dashboards = BTreeMap::new();
        for path in render::names_below(folder, FOLDER, "toml") {
            let dashboard = match Definition::load(folder, &path, catalogue) {
                Ok(dashboard) => Ok(dashboard),
                Err(DashboardError::Definition(problem)) => Err(problem),
                Err(error) => return Err(error),
            };
            let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let dashboard = if path.chars().all(is_plain) {
                dashboard
            } else {
                let message = "the name of a dashboard is made of letters, digits, - and _";
                Err(Problem::new(file(folder, &path), 0, message))
            };
            dashboards.insert(path, dashboard);
        }
        Ok(Self { dashboards })
    }

    /// The dashboard of this name.
    pub(crate) fn get(&self, name: &str) -> Result<&Definition, DashboardError> {
        match self.dashboards.get(name) {
            Some(Ok(dashboard)) => Ok(dashboard),
            Some(Err(problem)) => Err(DashboardError::Definition(problem.clone())),
            None => Err(DashboardError::Unknown(name.to_owned())),
        }
    }

    /// What is wrong with them.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.dashboards.values().filter_map(|dashboard| dashboard.as_ref().err())
    }

    /// The columns that dashboards name and no query gives, as [`Definition::strange_columns`].
    pub(crate) fn strange_columns<'a>(
        &self,
        folder: &Path,
        label: &str,
        given: impl Fn(&str) -> Option<&'a [String]>,
    ) -> Vec<Problem> {
        self.iter()
            .flat_map(|(name, dashboard)| dashboard.strange_columns(&file(folder, name), label, &given))
            .collect()
    }

    /// The severities that dashboards name and the project does not have.
    pub(crate) fn strange_severities(&self, folder: &Path, config: &Config) -> Vec<Problem> {
        self.iter()
            .filter_map(|(name, dashboard)| dashboard.strange_severity(&file(folder, name), config))
            .collect()
    }

    /// Those that have a page of their own, the first page first: all but the one that is a store's.
    pub(crate) fn pages(&self) -> Vec<(&str, &Definition)> {
        let all = self.dashboards.iter().filter(|(name, _)| *name != STORE);
        let mut pages: Vec<_> =
            all.filter_map(|(name, dashboard)| Some((name.as_str(), dashboard.as_ref().ok()?))).collect();
        let order = |name: &str| [HOME, "daily", "weekly"].iter().position(|own| *own == name).unwrap_or(9);
        pages.sort_by_key(|(name, _)| order(name));
        pages
    }

    /// All that can be read, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Definition)> {
        self.dashboards.iter().filter_map(|(name, dashboard)| Some((name.as_str(), dashboard.as_ref().ok()?)))
    }

    /// Whether the project has the file of a dashboard itself.
    pub(crate) fn own_file(folder: &Path, name: &str) -> Option<PathBuf> {
        Some(file(folder, name)).filter(|file| file.exists())
    }
}
