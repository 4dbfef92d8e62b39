//! Names of kinds and labels, as the command line gives them.

use std::fmt;
use std::str::FromStr;

/// The kind of event that reports name as a change.
pub(crate) const DEPLOY: &str = "deploy";

/// What many call it.
pub(crate) const DEPLOYMENT: &str = "deployment";

/// The most bytes of a label's value.
const VALUE: usize = 1024;

/// What sort of event: `deploy`, `order`, `new-tenant`. It names a folder of templates, so it is no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventKind(String);

/// One label of an event: `version=1.4.2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventLabel {
    pub name: String,
    pub value: String,
}

/// Why a text is no kind or label.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NameError {
    #[error("a kind is up to 64 letters, digits, `_` and `-`, and starts with a letter")]
    Kind,
    #[error("write NAME=VALUE")]
    NoPair,
    #[error("a label's name is up to 64 letters, digits and `_`, and starts with a letter")]
    Label,
    #[error("the label `event` is the kind itself")]
    Reserved,
    #[error("a label's value has {VALUE} bytes at the most; the text may be longer")]
    Long,
}

impl FromStr for EventKind {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        // One thing has one name, or a reader of events would miss those that are called by the other.
        let name = if text == DEPLOYMENT { DEPLOY } else { text };
        if is_name(name, |c| c == '_' || c == '-') { Ok(Self(name.to_owned())) } else { Err(NameError::Kind) }
    }
}

impl EventKind {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for EventLabel {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let (name, value) = text.split_once('=').ok_or(NameError::NoPair)?;
        if !is_name(name, |c| c == '_') {
            return Err(NameError::Label);
        }
        if name == crate::route::EVENT {
            return Err(NameError::Reserved);
        }
        if value.len() > VALUE {
            return Err(NameError::Long);
        }
        Ok(Self { name: name.to_owned(), value: value.to_owned() })
    }
}

fn is_name(text: &str, mark: impl Fn(char) -> bool) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || mark(c);
    text.len() <= 64 && text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("deploy", true)]
    #[case("new-tenant_2", true)]
    #[case("", false)]
    #[case("../order", false)]
    #[case("order.paid", false)]
    #[case("2nd", false)]
    #[case("заказ", false)]
    fn a_kind_is_a_plain_word(#[case] text: &str, #[case] is_kind: bool) {
        assert_eq!(text.parse::<EventKind>().is_ok(), is_kind);
    }

    #[test]
    fn a_deployment_is_a_deploy() {
        let kind = |text: &str| text.parse::<EventKind>().unwrap();
        assert_eq!((kind("deployment"), kind("deploy").as_str()), (kind("deploy"), "deploy"));
    }

    #[rstest::rstest]
    #[case("version=1.4.2", Ok(("version", "1.4.2")))]
    #[case("url=a=b", Ok(("url", "a=b")))]
    #[case("note=", Ok(("note", "")))]
    #[case("version", Err(NameError::NoPair))]
    #[case("a b=c", Err(NameError::Label))]
    #[case("=c", Err(NameError::Label))]
    #[case("event=order", Err(NameError::Reserved))]
    fn a_label_is_a_name_and_a_value(#[case] text: &str, #[case] expected: Result<(&str, &str), NameError>) {
        let label = text.parse::<EventLabel>();
        let expected = expected.map(|(name, value)| EventLabel { name: name.into(), value: value.into() });
        assert_eq!(label, expected);
        assert_eq!(format!("x={}", "v".repeat(VALUE + 1)).parse::<EventLabel>(), Err(NameError::Long));
    }
}
