//! A review brought up to date: its generated blocks are rewritten, and not a byte beside them. Pure.

use super::block::{Block, blocks, head};
use super::front::Front;

/// What became of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It says what is on record.
    Same,
    Rewritten,
    /// A person has edited it: it stays as it is.
    Edited,
    /// The template has it no longer: it stays as it is.
    Unknown,
}

impl Outcome {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Rewritten => "rewritten",
            Self::Edited => "edited",
            Self::Unknown => "unknown",
        }
    }
}

/// One block after a refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refreshed {
    pub name: String,
    /// The line of its first marker, counted from 1.
    pub line: usize,
    pub outcome: Outcome,
}

/// The text with its first line and its blocks as `fresh` has them, which is the same review drafted anew. A block that
/// was edited is rewritten by `force` alone; notes never are.
pub(crate) fn refresh(text: &str, fresh: &str, force: bool) -> (String, Vec<Refreshed>) {
    let news = blocks(fresh);
    let (mut out, mut all) = (text.to_owned(), Vec::new());
    for block in blocks(text).into_iter().rev().filter(|block| !block.is_of_notes()) {
        let new = news.iter().find(|new| new.name == block.name);
        let (line, name) = (text[..block.head.start].matches('\n').count() + 1, block.name.to_owned());
        let outcome = match new {
            None => Outcome::Unknown,
            Some(_) if !force && !block.is_untouched(text) => Outcome::Edited,
            Some(new) => replace(&mut out, text, &block, &fresh[new.body.clone()]),
        };
        all.push(Refreshed { name, line, outcome });
    }
    all.reverse();
    (with_front(&out, fresh), all)
}

/// Puts a body in place of a block's, with the line breaks that the file has.
fn replace(out: &mut String, text: &str, block: &Block<'_>, body: &str) -> Outcome {
    let is_dos = text[block.head.end..].starts_with('\r');
    let body = if is_dos { body.replace('\n', "\r\n") } else { body.to_owned() };
    let head = head(block.name, &body);
    if text[block.body.clone()] == body && text[block.head.clone()] == head {
        return Outcome::Same;
    }
    // From behind, so that the places before it hold.
    out.replace_range(block.body.clone(), &body);
    out.replace_range(block.head.clone(), &head);
    Outcome::Rewritten
}

/// The text with the line that says what it is about as `fresh` has it.
fn with_front(text: &str, fresh: &str) -> String {
    let line = |text: &str| {
        let mut at = 0;
        text.split_inclusive('\n').find_map(|line| {
            let (start, bare) = (at, line.trim_end_matches(['\r', '\n']));
            at += line.len();
            Front::read(bare).map(|_| start..start + bare.len())
        })
    };
    let mut out = text.to_owned();
    if let (Some(old), Some(new)) = (line(text), line(fresh)) {
        out.replace_range(old, &fresh[new]);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::block::sealed;
    use super::*;

    fn draft(timeline: &str) -> String {
        sealed(&format!(
            "<!-- tillwatch:review incident=1 -->\n# R\n<!-- tillwatch:timeline -->\n{timeline}\n<!-- /tillwatch -->\nWords\n\
             <!-- tillwatch:notes -->\n<!-- /tillwatch -->\n<!-- tillwatch:impact -->\n- 23\n<!-- /tillwatch -->\n"
        ))
    }

    fn outcomes(all: &[Refreshed]) -> Vec<(&str, usize, Outcome)> {
        all.iter().map(|one| (one.name.as_str(), one.line, one.outcome)).collect()
    }

    #[test]
    fn blocks_are_rewritten_and_words_and_notes_kept() {
        let old = draft("- a").replace("Words", "My words").replace("notes -->\n", "notes -->\n- mine\n");
        let (new, all) = refresh(&old, &draft("- a\n- b"), false);
        assert_eq!(
            new,
            draft("- a\n- b").replace("Words", "My words").replace("notes -->\n", "notes -->\n- mine\n")
        );
        assert_eq!(outcomes(&all), [("timeline", 3, Outcome::Rewritten), ("impact", 10, Outcome::Same)]);
        assert_eq!(refresh(&new, &draft("- a\n- b"), false).0, new);
    }

    #[test]
    fn an_edited_block_is_left_alone_unless_forced() {
        let old = draft("- a").replace("- 23", "- 24, says accounting");
        let fresh = draft("- b");
        let (new, all) = refresh(&old, &fresh, false);
        assert!(new.contains("- 24, says accounting\n") && new.contains("- b\n"));
        assert_eq!(outcomes(&all), [("timeline", 3, Outcome::Rewritten), ("impact", 9, Outcome::Edited)]);
        assert_eq!(refresh(&old, &fresh, true).0, fresh);
    }

    #[test]
    fn the_first_line_follows_and_a_block_of_no_template_stays() {
        let old = draft("- a").replace("tillwatch:impact", "tillwatch:old");
        let fresh = draft("- a").replace("incident=1", "incident=1 until=2025-10-24T10:21:00Z");
        let (new, all) = refresh(&old, &fresh, true);
        assert!(new.starts_with("<!-- tillwatch:review incident=1 until=2025-10-24T10:21:00Z -->\n"));
        assert_eq!(outcomes(&all)[1], ("old", 9, Outcome::Unknown));
    }

    /// Words, markers, halves of markers, line breaks of both kinds.
    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            ".{0,12}",
            Just("\n".to_owned()),
            Just("\r\n".to_owned()),
            Just("<!-- /tillwatch -->\n".to_owned()),
            Just("<!-- tillwatch:timeline -->\r\n".to_owned()),
            Just("<!-- tillwatch:notes -->\n".to_owned()),
            Just("<!-- tillwatch:".to_owned()),
            Just(sealed("<!-- tillwatch:timeline -->\n- old\n<!-- /tillwatch -->\n")),
            Just(sealed("<!-- tillwatch:impact -->\n- old\n<!-- /tillwatch -->\n").replace('\n', "\r\n")),
            Just("<!-- tillwatch:review incident=1 -->\n".to_owned()),
        ]
    }

    /// What stands in no generated block.
    fn words(text: &str) -> Vec<String> {
        let (mut rest, mut words) = (0, Vec::new());
        for block in blocks(text).iter().filter(|block| !block.is_of_notes()) {
            words.push(text[rest..block.head.start].to_owned());
            rest = block.body.end;
        }
        words.push(text[rest..].to_owned());
        let is_words = |line: &&str| Front::read(line.trim_end_matches(['\r', '\n'])).is_none();
        words.iter().map(|part| part.split_inclusive('\n').filter(is_words).collect()).collect()
    }

    proptest! {
        #[test]
        fn not_a_byte_of_a_persons_words_changes(pieces in prop::collection::vec(piece(), 0..24), force: bool) {
            let text = pieces.concat();
            let fresh = draft("- new\n- lines");
            let (new, _) = refresh(&text, &fresh, force);
            prop_assert_eq!(words(&new), words(&text));
            prop_assert_eq!(refresh(&new, &fresh, force).0, new);
        }
    }
}
