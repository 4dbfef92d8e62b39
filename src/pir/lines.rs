//! A review's lines, with what a reader must know of each: whether a person wrote it, and whether it is prose. Pure.

use std::sync::LazyLock;

use regex::Regex;

use super::block::blocks;

/// What ends a paragraph without a blank line: an item, a quotation, a field, a rule.
static BEGINNING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:(?:[-*+]|\d+[.)])(?:\s|$)|>|\*\*[^*]+\*\*:|[-*_]{3,}\s*$)").ok());

/// One line of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1.
    pub number: usize,
    /// Without its line break, comments blanked.
    pub text: String,
    /// It stands in a generated block.
    pub generated: bool,
    /// It stands in a fenced block of code.
    pub code: bool,
}

impl Line {
    /// Whether a person wrote it as prose.
    pub(super) fn is_a_persons(&self) -> bool {
        !self.code && !self.generated
    }

    /// Whether it goes on with the paragraph of the line above, which is as much a person's.
    pub(super) fn goes_on(&self) -> bool {
        let begins = BEGINNING.as_ref().is_some_and(|beginning| beginning.is_match(&self.text));
        self.is_a_persons() && !begins && !self.text.trim().is_empty() && self.heading().is_none()
    }

    /// The text of a heading of any level.
    pub(super) fn heading(&self) -> Option<&str> {
        let text = self.text.trim_start_matches('#');
        (!self.code && text.len() < self.text.len() && text.starts_with(' ')).then(|| text.trim())
    }
}

/// All lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let generated: Vec<_> =
        blocks(text).into_iter().filter(|block| !block.is_of_notes()).map(|block| block.body).collect();
    let (mut code, mut comment, mut at) = (false, false, 0);
    let mut lines = Vec::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let is_fence = !comment && line.trim_start().starts_with("```");
        let bare = line.trim_end_matches(['\r', '\n']);
        let shown = if code || is_fence { bare.to_owned() } else { without_comments(bare, &mut comment) };
        lines.push(Line {
            number: index + 1,
            text: shown,
            generated: generated.iter().any(|body| body.contains(&at)),
            code: code || is_fence,
        });
        code ^= is_fence;
        at += line.len();
    }
    lines
}

/// The text without comments; `inside` says whether one reaches over its ends.
pub(super) fn without_comments(line: &str, inside: &mut bool) -> String {
    let (mut out, mut rest) = (String::new(), line);
    loop {
        let mark = if *inside { "-->" } else { "<!--" };
        let Some((before, after)) = rest.split_once(mark) else {
            out.push_str(if *inside { "" } else { rest });
            return out;
        };
        out.push_str(if *inside { "" } else { before });
        (*inside, rest) = (!*inside, after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanked_and_code_and_generated_lines_are_told_apart() {
        let text = "## A <!-- b -->\r\n<!-- tillwatch:x -->\n- y\n<!-- /tillwatch -->\nc <!-- [d]\n[e] --> f\n```\n<!-- g\n```\nh";
        let seen = lines(text);
        let texts: Vec<_> = seen.iter().map(|line| line.text.trim()).collect();
        assert_eq!(texts, ["## A", "", "- y", "", "c", "f", "```", "<!-- g", "```", "h"]);
        assert_eq!(seen[0].heading(), Some("A"));
        let numbers = |is: fn(&Line) -> bool| {
            seen.iter().filter(|line| is(line)).map(|line| line.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(|line| line.generated), [3]);
        assert_eq!(numbers(|line| line.code), [7, 8, 9]);
    }
}
