//! Incidents whose opening reaches nobody: they are not told, and every run tries again and says so.

use std::collections::BTreeSet;

use super::statements;
use crate::db::{DbError, Session};
use crate::notify::Intent;

/// How the reason begins that such an incident is held for.
const NOBODY: &str = "nobody is told: ";
/// The reason where that is meant: no policy names anybody.
const NOBODY_WANTED: &str = "its policy names nobody to tell";

/// Why nobody is told by these intents; `None` if one of them may reach somebody.
pub(super) fn why_nobody(intents: &[Intent]) -> Option<String> {
    let reasons: Option<BTreeSet<&str>> = intents.iter().map(|intent| intent.skipped.as_deref()).collect();
    let reasons: Vec<&str> = reasons?.into_iter().collect();
    Some(if reasons.is_empty() { NOBODY_WANTED.into() } else { format!("{NOBODY}{}", reasons.join("; ")) })
}

/// The open incidents whose opening reached nobody in the last run though it was to reach somebody, and why.
pub(crate) fn unreached(session: &mut dyn Session) -> Result<Vec<(i64, String)>, DbError> {
    session.collect(&statements::UNREACHED, &[NOBODY.into()], |row| Ok((row.int(0)?, row.text(1)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notify::Kind;

    #[test]
    fn whoever_is_reached_is_enough_and_nobody_has_a_reason() {
        let ann = Intent::new(Kind::Open, "sms", "ann", "+1");
        let bob = Intent { skipped: Some("bob has no address".into()), ..ann.clone() };
        assert_eq!(why_nobody(&[bob.clone(), ann]), None);
        assert_eq!(why_nobody(&[bob.clone(), bob]).as_deref(), Some("nobody is told: bob has no address"));
        assert_eq!(why_nobody(&[]).as_deref(), Some(NOBODY_WANTED));
    }
}
