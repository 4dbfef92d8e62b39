//! What is doubtful about a rule before it is ever evaluated. Reads no rows.

use regex::Regex;

use super::{Rule, go_template};
use crate::query::Query;

/// Everything doubtful about a rule and its query, each with what to do about it.
pub(crate) fn lint(rule: &Rule, query: &Query) -> Vec<(String, &'static str)> {
    let predicates = [rule.when.as_ref(), rule.until.as_ref()];
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
    of_predicates.flatten().collect()
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

/// Labels that carry the value, `values` being the columns that are no labels: labels are identity, and one that changes
/// with the value makes a new alert at every run.
pub(crate) fn value_labels(rule: &Rule, values: &[String]) -> Vec<(String, &'static str)> {
    let carries = |text: &str| values.iter().find(|column| mentions(text, column)).cloned();
    let found = rule.labels.iter().filter_map(|(name, text)| Some((name, carries(text)?)));
    let said = found.map(|(name, column)| {
        let message =
            format!("the label {name} carries {column}: it would be a new alert whenever that changes");
        (message, "labels are identity; say it in an annotation")
    });
    said.collect()
}

/// Whether a template's actions name a variable; `labels.value` is a label, and `"value"` a text.
fn mentions(template: &str, variable: &str) -> bool {
    let action = Regex::new(r"(?s)\{\{.*?\}\}|\{%.*?%\}");
    let strings = Regex::new(r#""[^"]*"|'[^']*'|`[^`]*`"#);
    let name = Regex::new(&format!(r"(?:^|[^.\w]){}(?:$|[^\w=]|==)", regex::escape(variable)));
    let (Ok(action), Ok(strings), Ok(name)) = (action, strings, name) else { return false };
    action.find_iter(template).any(|action| name.is_match(&strings.replace_all(action.as_str(), "")))
}

/// Texts in Go's template language that are not understood.
pub(crate) fn strange_templates(rule: &Rule) -> Vec<(String, &'static str)> {
    let texts = [("label", &rule.labels), ("annotation", &rule.annotations)];
    let all =
        texts.into_iter().flat_map(|(kind, texts)| texts.iter().map(move |(name, text)| (kind, name, text)));
    let strange =
        all.filter_map(|(kind, name, text)| Some((kind, name, go_template::translate(text).err()?)));
    let said = strange.map(|(kind, name, action)| {
        let message = format!("the {kind} {name} has `{action}`, a Go template that is not understood");
        (message, "write it in Tera, like `{{ labels.instance }}: {{ value | round(precision=2) }}`")
    });
    said.collect()
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

    #[rstest::rstest]
    #[case("{{ value }}", true)]
    #[case("{{ value | round }}", true)]
    #[case("{% if total > 5 %}many{% endif %}", true)]
    #[case("{{ labels.value }}", false)]
    #[case("{{ labels.store_id | default(value=\"none\") }}", false)]
    #[case("value {{ store.name }}", false)]
    fn a_label_that_carries_the_value_is_told_from_one_that_does_not(
        #[case] text: &str,
        #[case] found: bool,
    ) {
        let columns = ["value".to_owned(), "total".to_owned()];
        assert_eq!(columns.iter().any(|column| mentions(text, column)), found);
    }
}
