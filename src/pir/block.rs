//! Generated blocks of a review: what stands between `<!-- tillwatch:NAME HASH -->` and `<!-- /tillwatch -->`, each marker
//! alone on its line. The hash tells a block that a person has edited from one that nobody has touched. Pure.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::label::digest;

/// So many digits of the hash stand in a marker.
const DIGITS: usize = 12;

/// The block that holds what `pir note` adds.
const NOTES: &str = "notes";

const END: &str = "<!-- /tillwatch -->";

static HEAD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^<!-- tillwatch:([a-z_]+)(?: ([0-9a-f]*))? -->$").ok());

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block<'a> {
    pub name: &'a str,
    hash: &'a str,
    /// The first marker, without its line break.
    pub head: Range<usize>,
    /// The whole lines between the markers.
    pub body: Range<usize>,
}

impl Block<'_> {
    /// Whether it holds what people add, which is nobody's to rewrite.
    pub(super) fn is_of_notes(&self) -> bool {
        self.name == NOTES
    }

    /// Whether what stands in it is what was generated.
    pub(super) fn is_untouched(&self, text: &str) -> bool {
        self.hash == hash(self.name, &text[self.body.clone()])
    }
}

/// The blocks of a text in their order. A marker without its end, or whose end another one claims, begins none.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open, mut at) = (Vec::new(), None, 0);
    for line in text.split_inclusive('\n') {
        let (start, bare) = (at, line.trim_end_matches(['\r', '\n']));
        at += line.len();
        if bare == END {
            blocks.extend(open.take().map(|(name, hash, head, from)| {
                let (head, body): (Range<usize>, _) = (head, from..start);
                Block { name, hash, head, body }
            }));
        } else if let Some(found) = HEAD.as_ref().and_then(|head| head.captures(bare)) {
            let part = |group| found.get(group).map_or("", |found| found.as_str());
            open = Some((part(1), part(2), start..start + bare.len(), at));
        }
    }
    blocks
}

/// The text with the hash of every generated block in its marker.
pub(super) fn sealed(text: &str) -> String {
    let mut out = text.to_owned();
    for block in blocks(text).into_iter().rev().filter(|block| !block.is_of_notes()) {
        let head = head(block.name, &text[block.body.clone()]);
        out.replace_range(block.head, &head);
    }
    out
}

/// The first marker of a block with this content.
pub(super) fn head(name: &str, body: &str) -> String {
    format!("<!-- tillwatch:{name} {} -->", hash(name, body))
}

/// Line breaks of another system and blanks that an editor has cut off are no edit.
fn hash(name: &str, body: &str) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim_end).collect();
    let mut hash = digest([name, &lines.join("\n")]);
    hash.truncate(DIGITS);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_untouched_until_a_word_of_it_changes() {
        let text = sealed("a\n<!-- tillwatch:timeline -->\n- x  \n- y\n<!-- /tillwatch -->\nb\n");
        let is_untouched = |text: &str| blocks(text)[0].is_untouched(text);
        assert!(is_untouched(&text));
        assert!(is_untouched(&text.replace('\n', "\r\n")) && is_untouched(&text.replace("x  ", "x")));
        assert!(!is_untouched(&text.replace("- y", "- z")));
        assert!(!is_untouched("<!-- tillwatch:timeline -->\n<!-- /tillwatch -->"), "it was never sealed");
        assert_eq!(sealed(&text), text);
    }

    #[test]
    fn only_a_pair_of_markers_is_a_block() {
        let names = |text: &str| blocks(text).iter().map(|block| block.name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names("<!-- tillwatch:a -->\nno end\n"), [""; 0]);
        assert_eq!(names("<!-- /tillwatch -->\n- <!-- tillwatch:a -->\n<!-- /tillwatch -->"), [""; 0]);
        assert_eq!(names("<!-- tillwatch:a -->\n<!-- tillwatch:b -->\nx\n<!-- /tillwatch -->\n"), ["b"]);
    }
}
