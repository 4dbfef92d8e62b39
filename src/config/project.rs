//! `[project]`: how the whole is called and shown.

use serde::Deserialize;

/// What is watched, as reports and messages name it.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Project {
    pub name: String,
    /// The shipped set of rules that is in force, such as `cashier`; only the project's own rules where absent.
    pub profile: Option<String>,
    /// IANA time zone of reports and of stores that name none.
    pub time_zone: String,
    /// The currency's sign, put behind amounts.
    pub currency: String,
    /// Where `serve` is reached, for links in messages.
    pub url: Option<String>,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            name: "tillwatch".into(),
            profile: None,
            time_zone: "UTC".into(),
            currency: "₽".into(),
            url: None,
        }
    }
}
