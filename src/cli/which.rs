//! Which of the alerts and incidents: the filters that listing and acting share.

use super::office::Office;
use crate::alert::{RULE_HEALTH, names_seen};
use crate::app::Failure;
use crate::label::Labels;

/// Which alerts, or incidents with such an alert.
#[derive(Debug, clap::Args)]
pub(super) struct Which {
    /// Only of this severity.
    #[arg(long, value_name = "NAME")]
    pub severity: Option<String>,

    /// Only of this rule.
    #[arg(long, value_name = "NAME")]
    pub rule: Option<String>,

    /// Only of this store.
    #[arg(long, value_name = "ID")]
    pub store: Option<String>,
}

impl Which {
    /// Refuses names that neither the project nor what is stored has: they would find nothing for ever.
    pub(super) fn check(&self, office: &Office) -> Result<(), Failure> {
        if self.rule.is_none() && self.severity.is_none() {
            return Ok(());
        }
        let seen = office.database.read(names_seen)?;
        if let Some(severity) = &self.severity {
            office.knows_severity(severity, &seen.severities)?;
        }
        match &self.rule {
            Some(rule) if !seen.rules.contains(rule) && rule != RULE_HEALTH => office.rule(rule).map(drop),
            _ => Ok(()),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.severity.is_none() && self.rule.is_none() && self.store.is_none()
    }

    /// Whether it is of the rule and the store, whatever its severity.
    pub(super) fn takes(&self, rule: &str, labels: &Labels, store_label: &str) -> bool {
        self.rule.as_ref().is_none_or(|wanted| wanted == rule)
            && self.store.as_deref().is_none_or(|store| labels.get(store_label) == Some(store))
    }
}
