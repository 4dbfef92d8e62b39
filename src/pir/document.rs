//! A review as it lies in the folder: what it says of itself, what is left to do in it. Pure.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::action::{Action, item};
use super::front::Front;
use super::lines::{Line, lines};
use super::placeholder::placeholders;

/// Within so long after its end an incident is to be reviewed.
pub(super) const LIMIT: SignedDuration = SignedDuration::from_hours(48);

/// One review.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub id: String,
    pub file: PathBuf,
    /// The day of the incident, as it is written.
    pub date: String,
    pub severity: String,
    /// What it is about; absent in one that was written without tillwatch.
    pub front: Option<Front>,
    /// Until when it is to be finished; absent while the incident goes on.
    pub limit: Option<Timestamp>,
    /// Text in brackets that waits for somebody's words, each with its line.
    pub placeholders: Vec<(usize, String)>,
    pub actions: Vec<Action>,
    pub(super) lines: Vec<Line>,
}

/// How far a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Words are missing, and the incident goes on.
    Draft,
    /// Words are missing.
    Due,
    /// Words are missing after the limit.
    Overdue,
    /// Nothing is left in brackets.
    Done,
}

impl Standing {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Done => "done",
        }
    }
}

impl Document {
    /// Reads a file's text. Times without a zone are in the project's.
    pub(crate) fn read(file: &Path, text: &str, zone: &TimeZone) -> Self {
        let lines = lines(text);
        let front = text.lines().find_map(Front::read);
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let id = field(&lines, "Incident ID").unwrap_or(stem);
        let date = field(&lines, "Date").unwrap_or_default();
        let end = match &front {
            Some(front) => front.until,
            // By hand there is but the day: it was over when the day was.
            None => date.parse::<Date>().ok().and_then(|day| end_of(day, zone)),
        };
        Self {
            actions: lines.iter().filter_map(|line| action(line, &id, file)).collect(),
            placeholders: placeholders(&lines),
            severity: field(&lines, "Severity").unwrap_or_default(),
            limit: end.and_then(|end| end.checked_add(LIMIT).ok()),
            file: file.to_owned(),
            id,
            date,
            front,
            lines,
        }
    }

    /// How far it is at an instant.
    pub(crate) fn standing(&self, now: Timestamp) -> Standing {
        match self.limit {
            _ if self.placeholders.is_empty() => Standing::Done,
            None => Standing::Draft,
            Some(limit) if now > limit => Standing::Overdue,
            Some(_) => Standing::Due,
        }
    }

    /// The actions that nobody has ticked off.
    pub(crate) fn open_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| !action.done)
    }
}

/// What stands behind `**NAME**:`, the first time that it does, placeholders apart.
fn field(lines: &[Line], name: &str) -> Option<String> {
    let head = format!("**{name}**:");
    let found = lines.iter().find_map(|line| line.text.trim_start().strip_prefix(&head))?.trim();
    (!found.is_empty() && !found.starts_with('[')).then(|| found.to_owned())
}

/// An item whose text is still a placeholder is none yet.
fn action(line: &Line, review: &str, file: &Path) -> Option<Action> {
    let item = item(&line.text).filter(|item| !line.code && !line.generated && !is_unwritten(item.text))?;
    let filled = |text: &&str| !is_unwritten(text);
    Some(Action {
        review: review.to_owned(),
        file: file.to_owned(),
        line: line.number,
        text: item.text.to_owned(),
        owner: item.owner.filter(filled).map(str::to_owned),
        due: item.due.and_then(|due| due.parse().ok()),
        done: item.done,
    })
}

fn is_unwritten(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']')
}

fn end_of(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    Some(day.checked_add(1.day()).ok()?.to_zoned(zone.clone()).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the monitoring plan.
    const PLAN: &str = "# Post-Incident Review\n\n**Incident ID**: INC-2025-10-24-001\n**Date**: 2025-10-24\n\
        **Severity**: P1\n\n## Action Items\n- [ ] Update it (Owner: Backend Team, Due: 2025-10-25)\n\
        - [x] Test it (Owner: QA, Due: 2025-10-28)\n- [ ] [What] (Owner: [Who], Due: [YYYY-MM-DD])\n\n\
        **Reviewed By**: [Technical Lead, Deployment Lead]\n**Date**: 2025-10-25\n";

    fn read(text: &str) -> Document {
        Document::read("pir/x.md".as_ref(), text, &TimeZone::get("Europe/Moscow").unwrap())
    }

    #[test]
    fn a_review_written_by_hand_is_read() {
        let document = read(PLAN);
        assert_eq!(
            (&*document.id, &*document.date, &*document.severity),
            ("INC-2025-10-24-001", "2025-10-24", "P1")
        );
        assert_eq!(document.actions.len(), 2);
        let open: Vec<_> = document.open_actions().collect();
        assert_eq!((open.len(), open[0].line, &*open[0].text), (1, 8, "Update it"));
        assert_eq!(
            (open[0].owner.as_deref(), open[0].due),
            (Some("Backend Team"), "2025-10-25".parse().ok())
        );
    }

    #[rstest::rstest]
    #[case(PLAN, "2025-10-26T21:00:00Z", Standing::Due)]
    #[case(PLAN, "2025-10-26T21:00:01Z", Standing::Overdue)]
    #[case("<!-- tillwatch:review incident=1 -->\n[Words]", "2025-10-26T21:00:01Z", Standing::Draft)]
    #[case(
        "<!-- tillwatch:review until=2025-10-24T10:00:00Z -->\n[Words]",
        "2025-10-26T10:00:00Z",
        Standing::Due
    )]
    #[case(
        "<!-- tillwatch:review until=2025-10-24T10:00:00Z -->\n[Words]",
        "2025-10-26T10:00:01Z",
        Standing::Overdue
    )]
    #[case(
        "<!-- tillwatch:review until=2025-10-24T10:00:00Z -->\nWords",
        "2025-10-26T10:00:01Z",
        Standing::Done
    )]
    fn a_review_is_overdue_48_hours_after_the_end(
        #[case] text: &str,
        #[case] now: &str,
        #[case] standing: Standing,
    ) {
        assert_eq!(read(text).standing(now.parse().unwrap()), standing);
    }
}
