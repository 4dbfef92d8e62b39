//! Reads matchers from their text. Knows where it stands, for errors that say so.

use super::matcher::Matcher;

/// What is still to be read of a text.
pub(super) struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, rest: text }
    }

    /// Of the next character, counted from 1.
    pub(super) fn position(&self) -> usize {
        1 + self.text.chars().count() - self.rest.chars().count()
    }

    /// All matchers of the text, or what is wrong at [`Reader::position`].
    pub(super) fn matchers(&mut self) -> Result<Vec<Matcher>, String> {
        let braced = self.takes("{");
        let is_end = |reader: &Self| reader.rest.is_empty() || reader.rest.starts_with('}');
        let mut all = Vec::new();
        self.skip_blanks();
        while (!braced && all.is_empty()) || !is_end(self) {
            all.push(self.matcher()?);
            if !self.takes(",") {
                break;
            }
            self.skip_blanks();
        }
        if braced && !self.takes("}") {
            return Err("a `,` or `}` is missing".into());
        }
        self.skip_blanks();
        if self.rest.is_empty() { Ok(all) } else { Err("a `,` is missing".into()) }
    }

    fn matcher(&mut self) -> Result<Matcher, String> {
        let name = self.token()?.filter(|name| !name.is_empty()).ok_or("the name of a label is missing")?;
        let operator = ["=~", "!~", "!=", "="].into_iter().find(|operator| self.takes(operator));
        let operator = operator.ok_or("one of = != =~ !~ is missing")?;
        self.skip_blanks();
        let before = self.rest;
        let value = self.token()?.ok_or("a value is missing")?;
        Matcher::new(name, operator, value).map_err(|error| {
            self.rest = before;
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            format!("no regular expression ({reason})")
        })
    }

    /// A name or value: quoted, or a run without blanks, commas, braces, quotes and operators.
    fn token(&mut self) -> Result<Option<String>, String> {
        self.skip_blanks();
        if self.rest.starts_with('"') {
            return self.quoted().map(Some);
        }
        let is_reserved = |c: char| c.is_whitespace() || "{}!=~,\"'`\\".contains(c);
        let (word, rest) = self.rest.split_at(self.rest.find(is_reserved).unwrap_or(self.rest.len()));
        self.rest = rest;
        Ok((!word.is_empty()).then(|| word.to_owned()))
    }

    /// `\"`, `\\` and `\n` are escapes; any other backslash stands for itself, so that `"\d+"` needs no second one.
    fn quoted(&mut self) -> Result<String, String> {
        let (mut value, mut characters) = (String::new(), self.rest[1..].chars());
        while let Some(character) = characters.next() {
            match character {
                '"' => {
                    self.rest = characters.as_str();
                    return Ok(value);
                }
                '\\' => match characters.clone().next() {
                    Some(escaped @ ('"' | '\\' | 'n')) => {
                        characters.next();
                        value.push(if escaped == 'n' { '\n' } else { escaped });
                    }
                    _ => value.push('\\'),
                },
                other => value.push(other),
            }
        }
        Err("a closing quote is missing for the one".into())
    }

    fn takes(&mut self, token: &str) -> bool {
        self.skip_blanks();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }
}
