//! `[retention]`: how long rows are kept before `db prune` deletes them.

use serde::Deserialize;

use crate::time::Duration;

/// How long each kind of row is kept.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RetentionConfig {
    pub logs: LogRetention,
    pub health_checks: Keep,
    /// The last one of each store stays.
    pub heartbeats: Keep,
    /// Pushed and recorded values.
    pub samples: Keep,
    /// What was usual before it was learnt anew: what reports of that time show.
    pub baselines: Keep,
    /// How ended alerts went from state to state.
    pub transitions: Keep,
    /// Messages about what is over; what is queued or undelivered stays.
    pub outbox: Keep,
    /// What was run when; the last run of each verb stays.
    pub runs: Keep,
    /// Keys by which a repeated push is known.
    pub ingest_keys: Keep,
}

/// How long log lines are kept, by their level.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LogRetention {
    pub debug: Keep,
    /// Lines without a level as well.
    pub info: Keep,
    pub warn: Keep,
    pub error: Keep,
    /// Events of security, whatever their level.
    pub security: Keep,
}

/// A day at least: reports and rules look back so far.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Duration")]
pub(crate) struct Keep(Duration);

impl Keep {
    const fn days(days: u64) -> Self {
        Self(Duration::from_secs(days * 86_400))
    }

    pub(crate) fn duration(self) -> Duration {
        self.0
    }
}

#[derive(Debug, thiserror::Error)]
#[error("rows are kept for a day at least, and {0} is less")]
pub(crate) struct KeepError(Duration);

impl TryFrom<Duration> for Keep {
    type Error = KeepError;

    fn try_from(duration: Duration) -> Result<Self, KeepError> {
        if duration < Self::days(1).0 { Err(KeepError(duration)) } else { Ok(Self(duration)) }
    }
}

impl schemars::JsonSchema for Keep {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Keep".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Duration::json_schema(generator)
    }
}

impl Default for RetentionConfig {
    fn default() -> Self {
        Self {
            logs: LogRetention::default(),
            health_checks: Keep::days(90),
            heartbeats: Keep::days(30),
            samples: Keep::days(365),
            baselines: Keep::days(90),
            transitions: Keep::days(365),
            outbox: Keep::days(365),
            runs: Keep::days(90),
            ingest_keys: Keep::days(30),
        }
    }
}

impl Default for LogRetention {
    fn default() -> Self {
        Self {
            debug: Keep::days(7),
            info: Keep::days(30),
            warn: Keep::days(90),
            error: Keep::days(365),
            security: Keep::days(730),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_kept_as_long_as_ever_and_less_than_a_day_is_refused() {
        let read = |text: &str| toml::from_str::<RetentionConfig>(text).map_err(|error| error.to_string());
        let retention = read("logs = { error = '90d' }").unwrap();
        let days = |keep: Keep| keep.duration().as_millis() / 86_400_000;
        assert_eq!(
            (days(retention.logs.error), days(retention.logs.debug), days(retention.samples)),
            (90, 7, 365)
        );
        assert!(read("samples = '23h'").unwrap_err().contains("a day at least"));
    }
}
