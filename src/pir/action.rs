//! Action items: `- [ ] What (Owner: Who, Due: YYYY-MM-DD)`. Pure.

use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

static ITEM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*\S)\s*$").ok());

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
    let owner = owner.trim().trim_end_matches(',').trim();
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
    #[case("- [] x")]
    #[case("- [ ]")]
    #[case("- [a](b)")]
    #[case("[ ] x")]
    fn what_is_no_item_is_none(#[case] line: &str) {
        assert_eq!(item(line), None);
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
