//! Action items: `- [ ] What (Owner: Who, Due: YYYY-MM-DD)`. Pure.

use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::lines::Line;

static ITEM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*\S)\s*$").ok());

/// An item whose box is written otherwise; a link is none.
static MISSPELT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:[-*+]|\d+[.)])\s*\[\s*[xX]?\s*\](?:\s*[^\s(\[:]|\s+[(\[:])").ok());

/// Something that somebody has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Action {
    /// The id of the review in which it stands.
    pub review: String,
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
    /// What is to be done, without owner and day.
    pub text: String,
    pub owner: Option<String>,
    pub due: Option<Date>,
    pub done: bool,
}

impl Action {
    /// Whether it is open after the day on which it was due.
    pub(crate) fn is_overdue(&self, today: Date) -> bool {
        !self.done && self.due.is_some_and(|due| due < today)
    }

    /// `open`, `overdue` or `done`.
    pub(crate) fn state(&self, today: Date) -> &'static str {
        match (self.done, self.is_overdue(today)) {
            (true, _) => "done",
            (_, true) => "overdue",
            _ => "open",
        }
    }
}

/// An item as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    pub text: &'a str,
    pub owner: Option<&'a str>,
    /// As it is written, a day or not.
    pub due: Option<&'a str>,
    pub done: bool,
}

/// Whether a line is meant as an item but is none: nobody would see that there is something to do.
pub(super) fn is_misspelt(line: &str) -> bool {
    item(line).is_none() && MISSPELT.as_ref().is_some_and(|misspelt| misspelt.is_match(line))
}

/// A line with those over which its item goes on, as one: up to its owner and day, or to the end of the paragraph.
pub(super) fn joined(lines: &[Line], at: usize) -> String {
    let is_whole = |text: &str| item(text).is_some_and(|item| item.owner.or(item.due).is_some());
    let mut text = lines[at].text.trim_end().to_owned();
    for line in lines[at + 1..].iter().take_while(|line| line.goes_on()) {
        if is_whole(&text) {
            break;
        }
        text = format!("{text} {}", line.text.trim());
    }
    text
}

/// Reads a line that is an item.
pub(super) fn item(line: &str) -> Option<Item<'_>> {
    let found = ITEM.as_ref()?.captures(line)?;
    let (done, all) = (&found[1] != " ", found.get(2)?.as_str());
    let bare = Item { text: all, owner: None, due: None, done };
    // ASCII case alone is folded, so that places in the folded text are places in the text.
    let folded = all.to_ascii_lowercase();
    let Some(at) = folded.rfind("(owner:").filter(|_| all.ends_with(')')) else { return Some(bare) };
    let said = &all[at + "(owner:".len()..all.len() - 1];
    let (owner, due) = match said.to_ascii_lowercase().rfind("due:") {
        Some(at) => (&said[..at], Some(&said[at + "due:".len()..])),
        None => (said, None),
    };
    let owner = owner.trim().trim_end_matches([',', ';']).trim();
    let some = |text: &&str| !text.is_empty();
    Some(Item {
        text: all[..at].trim_end(),
        owner: Some(owner).filter(some),
        due: due.map(str::trim).filter(some),
        done,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("- [ ] Fix it (Owner: Backend Team, Due: 2025-10-25)", ("Fix it", Some("Backend Team"), Some("2025-10-25"), false))]
    #[case("  * [x] Ask (twice) (owner: QA (night), due: soon)", ("Ask (twice)", Some("QA (night)"), Some("soon"), true))]
    #[case("- [ ] Fix it (Owner: QA; Due: 2025-10-25)", ("Fix it", Some("QA"), Some("2025-10-25"), false))]
    #[case("1. [X] Починить (Owner: Иван)", ("Починить", Some("Иван"), None, true))]
    #[case("- [ ] Fix it (Owner: , Due: )", ("Fix it", None, None, false))]
    #[case("- [ ] Fix it (Due: 2025-10-25)", ("Fix it (Due: 2025-10-25)", None, None, false))]
    #[case("- [ ] İ (OWNER: İ, DUE: 2025-10-25) ", ("İ", Some("İ"), Some("2025-10-25"), false))]
    fn an_item_is_read(
        #[case] line: &str,
        #[case] (text, owner, due, done): (&str, Option<&str>, Option<&str>, bool),
    ) {
        assert_eq!(item(line), Some(Item { text, owner, due, done }));
    }

    #[rstest::rstest]
    #[case("- [] x", true)]
    #[case("- [ ]x", true)]
    #[case("1.[x] x", true)]
    #[case("- [x ] (x)", true)]
    #[case("- [ ]", false)]
    #[case("- [a](b)", false)]
    #[case("- [x](b)", false)]
    #[case("[ ] x", false)]
    fn what_is_no_item_is_none_and_what_is_nearly_one_misspelt(#[case] line: &str, #[case] misspelt: bool) {
        assert_eq!((item(line), is_misspelt(line)), (None, misspelt));
    }

    #[test]
    fn an_action_is_overdue_the_day_after_it_was_due() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let action = |due: Option<&str>, done| Action {
            review: String::new(),
            file: PathBuf::new(),
            line: 1,
            text: String::new(),
            owner: None,
            due: due.map(day),
            done,
        };
        let today = day("2025-10-25");
        assert_eq!(action(Some("2025-10-25"), false).state(today), "open");
        assert_eq!(action(Some("2025-10-24"), false).state(today), "overdue");
        assert_eq!(action(Some("2025-10-24"), true).state(today), "done");
        assert_eq!(action(None, false).state(today), "open");
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_or_none(line in "- \\[ \\] .*\\(Owner:.*\\)") {
            let _ = item(&line);
        }
    }
}
