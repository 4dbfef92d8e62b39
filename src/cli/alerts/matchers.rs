//! Matchers as they come from a shell, which has taken the quotes away.

use crate::label::{MatcherError, Matchers};

/// Reads one or more matchers; the value of a single one may have blanks and backslashes without quotes.
pub(super) fn shell_matchers(text: &str) -> Result<Matchers, MatcherError> {
    Matchers::parse(text).or_else(|error| match quoted(text).map(|text| Matchers::parse(&text)) {
        Some(Ok(matchers)) => Ok(matchers),
        _ => Err(error),
    })
}

/// A single matcher with its value put into quotes; `None` if there is a quote or a second matcher in it.
fn quoted(text: &str) -> Option<String> {
    let (name, rest) = text.split_at(text.find(['=', '!'])?);
    let operator = ["=~", "!~", "!=", "="].into_iter().find(|operator| rest.starts_with(operator))?;
    let value = &rest[operator.len()..];
    let is_single = !value.contains(['"', '=', '{']);
    is_single.then(|| format!("{name}{operator}\"{}\"", value.replace('\\', "\\\\")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("store_id=~1|2", r#"{store_id=~"1|2"}"#)]
    #[case(r"store_id=~\d+", r#"{store_id=~"\\d+"}"#)]
    #[case("team=night shift", r#"{team="night shift"}"#)]
    #[case(r#"team!="night shift", store_id=3"#, r#"{team!="night shift", store_id="3"}"#)]
    fn a_value_needs_no_quotes_that_the_shell_would_take(#[case] text: &str, #[case] read: &str) {
        assert_eq!(shell_matchers(text).unwrap().to_string(), read);
    }

    #[rstest::rstest]
    #[case("team=a store_id=3")]
    #[case("team=\"a")]
    #[case("team")]
    #[case("store_id=~(")]
    fn what_may_be_a_mistake_is_not_guessed_at(#[case] text: &str) {
        assert!(shell_matchers(text).is_err());
    }
}
