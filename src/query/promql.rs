//! What can be told of a `PromQL` expression without a Prometheus: whether its brackets and quotes are whole.

/// Why this cannot be an expression; `None` says nothing more than that it may be one.
pub(crate) fn mistake(expr: &str) -> Option<String> {
    let (mut open, mut rest, mut is_empty) = (Vec::new(), expr.chars(), true);
    while let Some(character) = rest.next() {
        match character {
            '#' => drop(rest.by_ref().find(|next| *next == '\n')),
            '"' | '\'' | '`' if !ends(&mut rest, character) => {
                return Some(format!("a text that begins with {character} has no end"));
            }
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' => match open.pop() {
                Some(expected) if expected == character => {}
                Some(expected) => return Some(format!("there is {character} where {expected} is due")),
                None => return Some(format!("{character} closes nothing")),
            },
            _ => {}
        }
        is_empty &= character.is_whitespace() || character == '#';
    }
    match open.pop() {
        Some(expected) => Some(format!("{expected} is missing")),
        None => is_empty.then(|| "it is empty".into()),
    }
}

/// Goes on behind the quote that ends a text; only a raw text has no escapes.
fn ends(rest: &mut std::str::Chars<'_>, quote: char) -> bool {
    while let Some(character) = rest.next() {
        match character {
            '\\' if quote != '`' => drop(rest.next()),
            _ if character == quote => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::mistake;

    #[rstest::rstest]
    #[case("sum by (job) (rate(x{a=\"}\", b='(', c=`\\`}[5m])) > 0.5")]
    #[case("up == 0 # (never")]
    #[case("{__name__=~\"a\\\"b\"}")]
    fn an_expression_that_may_be_one_is_left_alone(#[case] expr: &str) {
        assert_eq!(mistake(expr), None);
    }

    #[rstest::rstest]
    #[case("sum(rate(x[5m])", ") is missing")]
    #[case("rate(x[5m)])", "there is ) where ] is due")]
    #[case("up)", ") closes nothing")]
    #[case("up{a=\"b}", "a text that begins with \" has no end")]
    #[case("  # nothing", "it is empty")]
    fn one_that_cannot_be_is_told_why(#[case] expr: &str, #[case] said: &str) {
        assert_eq!(mistake(expr).as_deref(), Some(said));
    }
}
