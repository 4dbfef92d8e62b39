//! What a person types to search for, as an expression of FTS5: words, prefixes `wor*`, and phrases `"in this order"`.
//!
//! Every word is quoted, so that nothing typed is ever read as an operator, a column or a syntax error.

/// So many words and phrases at most.
const MOST: usize = 64;

/// An expression that FTS5 reads. Lines must hold all of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words(String);

/// Why a text cannot be searched for.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WordsError {
    #[error("{0:?} has no letter and no digit to search for")]
    Empty(String),
    #[error("{0} words are too many; {MOST} can be searched for at once")]
    Many(usize),
}

impl Words {
    pub(crate) fn read(text: &str) -> Result<Self, WordsError> {
        let terms: Vec<String> = terms(text).iter().filter_map(|text| term(text)).collect();
        match terms.len() {
            0 => Err(WordsError::Empty(text.to_owned())),
            1..=MOST => Ok(Self(terms.join(" AND "))),
            many => Err(WordsError::Many(many)),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Words parted by blanks, and what stands between quotes; a `*` right behind stays with it.
fn terms(text: &str) -> Vec<String> {
    let (mut terms, mut quoted) = (vec![String::new()], false);
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                if quoted {
                    terms.push(String::new());
                }
            }
            c if c.is_whitespace() && !quoted => terms.push(String::new()),
            c => terms.last_mut().unwrap_or(&mut String::new()).push(c),
        }
    }
    terms
}

/// A word or phrase in quotes; nothing where it holds no letter and no digit.
fn term(text: &str) -> Option<String> {
    let star = if text.ends_with('*') { " *" } else { "" };
    let text = text.trim_end_matches('*');
    text.contains(char::is_alphanumeric).then(|| format!("\"{text}\"{star}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("pool", r#""pool""#)]
    #[case("pool timeo*", r#""pool" AND "timeo" *"#)]
    #[case(r#""нет ответа" Касса"#, r#""нет ответа" AND "Касса""#)]
    #[case(r#""no answ"*"#, r#""no answ" *"#)]
    #[case("a OR b NEAR(c)", r#""a" AND "OR" AND "b" AND "NEAR(c)""#)]
    #[case("body:x -y ^z {w}", r#""body:x" AND "-y" AND "^z" AND "{w}""#)]
    #[case(r#"an "open phrase"#, r#""an" AND "open phrase""#)]
    #[case("-- pool ***", r#""pool""#)]
    fn what_is_typed_is_words_and_never_an_operator(#[case] text: &str, #[case] expression: &str) {
        assert_eq!(Words::read(text).unwrap().as_str(), expression);
    }

    #[test]
    fn a_text_without_words_and_one_with_too_many_are_refused() {
        assert!(matches!(Words::read("*** --"), Err(WordsError::Empty(_))));
        assert_eq!(Words::read(&"x ".repeat(65)), Err(WordsError::Many(65)));
    }
}
