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

/// A marker without its other half, or a block that stands twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Torn {
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

impl Torn {
    /// What to do about it.
    pub(crate) const HINT: &str = "let each block begin with its marker and end with `<!-- /tillwatch -->`, once, each alone on its line";

    fn new(text: &str, at: usize, what: String) -> Self {
        Self { line: text[..at].matches('\n').count() + 1, what }
    }
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
    scan(text).0
}

/// The markers of a text that are not one pair for each block: what stands between which of them nobody can tell.
pub(super) fn torn(text: &str) -> Vec<Torn> {
    let (blocks, mut torn) = scan(text);
    for (index, block) in blocks.iter().enumerate() {
        if blocks[..index].iter().any(|earlier| earlier.name == block.name) {
            torn.push(Torn::new(
                text,
                block.head.start,
                format!("the block {} stands here once more", block.name),
            ));
        }
    }
    torn.sort_by_key(|one| one.line);
    torn
}

fn scan(text: &str) -> (Vec<Block<'_>>, Vec<Torn>) {
    let (mut blocks, mut torn, mut at) = (Vec::new(), Vec::new(), 0);
    let mut open: Option<Block<'_>> = None;
    let endless = |block: Block<'_>| {
        Torn::new(text, block.head.start, format!("the block {} has no end marker", block.name))
    };
    for line in text.split_inclusive('\n') {
        let (start, bare) = (at, line.trim_end_matches(['\r', '\n']));
        at += line.len();
        if bare == END {
            match open.take() {
                Some(block) => blocks.push(Block { body: block.body.start..start, ..block }),
                None => torn.push(Torn::new(text, start, "an end marker without a block".to_owned())),
            }
        } else if let Some(found) = HEAD.as_ref().and_then(|head| head.captures(bare)) {
            let part = |group| found.get(group).map_or("", |found| found.as_str());
            let block = Block { name: part(1), hash: part(2), head: start..start + bare.len(), body: at..at };
            torn.extend(open.replace(block).map(endless));
        }
    }
    torn.extend(open.map(endless));
    (blocks, torn)
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

    #[rstest::rstest]
    #[case("a\n<!-- tillwatch:a -->\nno end\n", &["2: the block a has no end marker"])]
    #[case("<!-- tillwatch:a -->\n<!-- tillwatch:a -->\nx\n<!-- /tillwatch -->\n", &["1: the block a has no end marker"])]
    #[case("<!-- tillwatch:a -->\n<!-- /tillwatch -->\n<!-- /tillwatch -->\n", &["3: an end marker without a block"])]
    #[case(
        "<!-- tillwatch:a -->\n<!-- /tillwatch -->\n<!-- tillwatch:a -->\r\n<!-- /tillwatch -->\n",
        &["3: the block a stands here once more"]
    )]
    #[case("<!-- tillwatch:review incident=1 -->\n<!-- tillwatch:a -->\n<!-- /tillwatch -->\n<!-- mine -->\n", &[])]
    fn markers_that_are_no_pairs_are_told(#[case] text: &str, #[case] expected: &[&str]) {
        let told: Vec<_> = torn(text).iter().map(|one| format!("{}: {}", one.line, one.what)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn only_a_pair_of_markers_is_a_block() {
        let names = |text: &str| blocks(text).iter().map(|block| block.name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names("<!-- tillwatch:a -->\nno end\n"), [""; 0]);
        assert_eq!(names("<!-- /tillwatch -->\n- <!-- tillwatch:a -->\n<!-- /tillwatch -->"), [""; 0]);
        assert_eq!(names("<!-- tillwatch:a -->\n<!-- tillwatch:b -->\nx\n<!-- /tillwatch -->\n"), ["b"]);
    }
}
