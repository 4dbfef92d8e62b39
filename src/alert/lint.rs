//! What is doubtful about a rule before it is ever evaluated. Reads no rows.

use regex::Regex;

use super::Rule;
use crate::query::Query;

/// Everything doubtful, each with what to do about it.
pub(crate) fn lint(rule: &Rule, query: &Query) -> Vec<(String, &'static str)> {
    let predicates = [Some(&rule.when), rule.until.as_ref()];
    let of_predicates = predicates.into_iter().flatten().flat_map(|predicate| {
        let label = label_as_number(predicate, &query.front.labels).map(|label| {
            let message = format!("{label} is a label and so text: it never equals a number");
            (message, "put the number between single quotes")
        });
        let threshold = unreachable_threshold(predicate, &query.front.unit).map(|threshold| {
            (
                format!("`{threshold}` is never so for {}", query.front.unit),
                "set the threshold within its range",
            )
        });
        [label, threshold]
    });
    of_predicates.flatten().chain(templated_labels(rule)).collect()
}

/// A label that a predicate compares with a number.
fn label_as_number<'l>(predicate: &str, labels: &'l [String]) -> Option<&'l String> {
    labels.iter().find(|label| {
        let number = format!(r"(?i)\b{}\s*(=|==|<>|!=|<=?|>=?|\bin\s*\()\s*-?\d", regex::escape(label));
        Regex::new(&number).is_ok_and(|number| number.is_match(predicate))
    })
}

/// A comparison of `value` that its unit's range rules out.
fn unreachable_threshold<'p>(predicate: &'p str, unit: &str) -> Option<&'p str> {
    let most = match unit {
        "percent" => 100.0,
        "count" | "ms" | "seconds" | "mb" => f64::INFINITY,
        _ => return None,
    };
    let comparison = Regex::new(r"\bvalue\s*(<=?|>=?)\s*(-?\d+(?:\.\d+)?)").ok()?;
    let found = comparison.captures_iter(predicate).find(|found| {
        let threshold: f64 = found[2].parse().unwrap_or_default();
        match &found[1] {
            ">" => threshold >= most,
            ">=" => threshold > most,
            "<" => threshold <= 0.0,
            _ => threshold < 0.0,
        }
    });
    found.and_then(|found| found.get(0)).map(|found| found.as_str())
}

/// Labels are identity: one that changed with the value would make a new alert at every run.
fn templated_labels(rule: &Rule) -> impl Iterator<Item = (String, &'static str)> {
    let templated = rule.labels.iter().filter(|(_, text)| text.contains("{{") || text.contains("{%"));
    templated.map(|(name, _)| {
        let message = format!("the label {name} holds a template: labels are identity and stay as written");
        (message, "say it in an annotation")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("store_id = 3", true)]
    #[case("value > 1 AND store_id IN (1, 2)", true)]
    #[case("store_id = '3'", false)]
    #[case("my_store_id = 3", false)]
    fn a_label_never_equals_a_number(#[case] predicate: &str, #[case] found: bool) {
        assert_eq!(label_as_number(predicate, &["store_id".into()]).is_some(), found);
    }

    #[rstest::rstest]
    #[case("percent", "value > 100", true)]
    #[case("percent", "value >= 100", false)]
    #[case("percent", "value < 0", true)]
    #[case("percent", "total > 3 AND value < 95", false)]
    #[case("ms", "value > 2000", false)]
    #[case("ms", "value < -1", true)]
    #[case("rub", "value < 0", false)]
    fn a_threshold_lies_within_its_unit(#[case] unit: &str, #[case] predicate: &str, #[case] found: bool) {
        assert_eq!(unreachable_threshold(predicate, unit).is_some(), found);
    }
}
