//! Names of metrics and labels, by the rules of Prometheus' data model.

use std::fmt;

use super::IngestError;
use crate::label::Labels;

const MAX_LABELS: usize = 30;
const MAX_VALUE_BYTES: usize = 1024;

/// A metric's name: `[a-zA-Z_:][a-zA-Z0-9_:]*`, at most 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MetricName(String);

impl MetricName {
    pub(crate) fn new(name: &str) -> Result<Self, IngestError> {
        if is_name(name, 200, |c| c == '_' || c == ':') {
            Ok(Self(name.to_owned()))
        } else {
            Err(IngestError::MetricName(name.to_owned()))
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MetricName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Refuses labels that Prometheus could not take, or that are too many or too long.
pub(crate) fn check_labels(labels: &Labels) -> Result<(), IngestError> {
    if labels.iter().count() > MAX_LABELS {
        return Err(IngestError::ManyLabels);
    }
    for (name, value) in labels.iter() {
        check_label_name(name)?;
        if value.len() > MAX_VALUE_BYTES {
            return Err(IngestError::LongLabel(name.to_owned()));
        }
    }
    Ok(())
}

/// Refuses a name that no label has.
pub(super) fn check_label_name(name: &str) -> Result<(), IngestError> {
    if !is_name(name, 100, |c| c == '_') || name.starts_with("__") {
        return Err(IngestError::LabelName(name.to_owned()));
    }
    Ok(())
}

fn is_name(name: &str, longest: usize, mark: impl Fn(char) -> bool) -> bool {
    let letter = |c: char| c.is_ascii_alphabetic() || mark(c);
    name.len() <= longest && name.starts_with(letter) && name.chars().all(|c| letter(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("qr_scan_response_time_ms", true)]
    #[case("job:errors:rate5m", true)]
    #[case("_x", true)]
    #[case("", false)]
    #[case("5xx", false)]
    #[case("response-time", false)]
    #[case("время", false)]
    #[case("a b", false)]
    fn metric_names(#[case] name: &str, #[case] valid: bool) {
        assert_eq!(MetricName::new(name).is_ok(), valid);
    }

    #[test]
    fn labels_are_few_short_and_named_rightly() {
        let check = |pairs: Vec<(String, String)>| check_labels(&pairs.into_iter().collect());
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert!(check(vec![pair("store_name", "Алмаз")]).is_ok());
        assert_eq!(check(vec![pair("a:b", "1")]), Err(IngestError::LabelName("a:b".into())));
        assert_eq!(check(vec![pair("__name__", "x")]), Err(IngestError::LabelName("__name__".into())));
        assert_eq!(check(vec![pair("a", &"x".repeat(1025))]), Err(IngestError::LongLabel("a".into())));
        let many = |count: usize| (0..count).map(|n| (format!("l{n}"), "x".to_owned())).collect();
        assert!(check(many(30)).is_ok());
        assert_eq!(check(many(31)), Err(IngestError::ManyLabels));
    }
}
