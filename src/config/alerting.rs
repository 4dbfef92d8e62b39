//! `[alerting]`: how rules are evaluated.

use serde::Deserialize;

use super::Config;
use super::bounds::some_time;
use crate::time::Duration;

/// The severity of [`Config::health_severity`] where there is one of that name.
const USUAL: &str = "P2";

/// How rules are evaluated.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Alerting {
    /// How often `evaluate-alerts` runs; it is the job's own schedule that makes it so.
    #[serde(deserialize_with = "some_time")]
    pub interval: Duration,
    /// The most time between two evaluations that counts towards `for`: of a longer one nobody knows the rest.
    #[serde(deserialize_with = "some_time")]
    pub max_gap: Duration,
    /// The severity of the alert about rules that cannot be evaluated. Where absent P2, and where there is no P2 the
    /// gravest that tells somebody.
    pub health_severity: Option<String>,
}

impl Default for Alerting {
    fn default() -> Self {
        Self {
            interval: Duration::from_secs(60),
            max_gap: Duration::from_secs(15 * 60),
            health_severity: None,
        }
    }
}

impl Config {
    /// The severity of the alert about rules that cannot be evaluated.
    pub(crate) fn health_severity(&self) -> &str {
        if let Some(named) = &self.alerting.health_severity {
            return named;
        }
        if self.severities.contains_key(USUAL) {
            return USUAL;
        }
        let gravest = self.severities.iter().min_by_key(|(name, severity)| {
            (severity.notify.is_empty(), severity.response.unwrap_or(Duration::LONGEST), *name)
        });
        gravest.map_or(USUAL, |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::config::parse;

    #[rstest::rstest]
    #[case::named("[alerting]\nhealth_severity = \"page\"\n[severities.P2]", "page")]
    #[case::usual("[severities.P0]\nnotify = [{ a = [\"b\"] }]\n[severities.P2]", "P2")]
    #[case::gravest(
        "[severities.info]\nnotify = [{ a = [\"b\"] }]\n[severities.page]\nnotify = [{ a = [\"b\"] }]\nresponse = \"5m\"\n[severities.none]\nresponse = \"1m\"",
        "page"
    )]
    #[case::none("", "P2")]
    fn rules_in_trouble_are_as_grave_as_the_project_can_tell(#[case] toml: &str, #[case] severity: &str) {
        let config = parse(&format!("version = 1\n{toml}\n"), Path::new("tillwatch.toml")).unwrap();
        assert_eq!(config.health_severity(), severity);
    }
}
