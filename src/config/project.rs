//! `[project]`: how the whole is called and shown.

use std::path::Path;

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
    /// What groups the thousands of numbers in reports and messages; a narrow space where absent.
    pub thousands: String,
    /// What parts their decimals; a point where absent.
    pub decimal: String,
    /// Where `serve` is reached, for links in messages.
    pub url: Option<String>,
    /// The address below which runbooks are read; the page's file name is put behind it.
    pub runbooks: Option<String>,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            name: "tillwatch".into(),
            profile: None,
            time_zone: "UTC".into(),
            currency: "₽".into(),
            thousands: '\u{202f}'.into(),
            decimal: ".".into(),
            url: None,
            runbooks: None,
        }
    }
}

impl Project {
    /// Where a reader finds what a rule's annotation `runbook` names: a page below `runbooks`, or in this program where
    /// there is none. An address and a plain text stay what they are.
    pub(crate) fn runbook(&self, rule: &str, named: &str) -> String {
        match (&self.runbooks, is_page(named)) {
            (_, false) => named.to_owned(),
            (Some(base), true) => {
                let page = named.rsplit('/').next().unwrap_or(named);
                format!("{}/{page}", base.trim_end_matches('/'))
            }
            (None, true) => format!("tillwatch rules show {rule} --runbook"),
        }
    }
}

/// Whether an annotation `runbook` is the path of a page rather than an address or a text.
pub(crate) fn is_page(named: &str) -> bool {
    !named.contains("://")
        && !named.contains(char::is_whitespace)
        && Path::new(named).extension().is_some_and(|end| end == "md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(None, "docs/runbooks/Down.md", "tillwatch rules show Down --runbook")]
    #[case(
        Some("https://wiki.example.org/till/"),
        "docs/runbooks/Down.md",
        "https://wiki.example.org/till/Down.md"
    )]
    #[case(
        Some("https://wiki.example.org"),
        "https://other.example.org/x.md",
        "https://other.example.org/x.md"
    )]
    #[case(None, "Read the notes.md", "Read the notes.md")]
    #[case(None, "Call the store.", "Call the store.")]
    fn a_runbook_is_found_where_the_project_keeps_them(
        #[case] base: Option<&str>,
        #[case] named: &str,
        #[case] found: &str,
    ) {
        let project = Project { runbooks: base.map(str::to_owned), ..Project::default() };
        assert_eq!(project.runbook("Down", named), found);
    }
}
