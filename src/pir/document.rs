//! A review as it lies in the folder: what it says of itself, what is left to do in it. Pure.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::action::{Action, item, joined};
use super::block::{Torn, torn};
use super::front::Front;
use super::lines::{Line, lines};
use super::placeholder::placeholders;

/// Within so long after its end an incident is to be reviewed.
pub(super) const LIMIT: SignedDuration = SignedDuration::from_hours(48);

/// What the id of its incident stands behind.
const ID: &str = "Incident ID";

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
    /// Markers of blocks that are not in pairs.
    pub torn: Vec<Torn>,
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
    /// Reads a file's text. Times without a zone are in the project's. `None` if it is no review: it has neither the first
    /// line of a draft nor a line `**Incident ID**: …`.
    pub(crate) fn read(file: &Path, text: &str, zone: &TimeZone) -> Option<Self> {
        let lines = lines(text);
        let front = text.lines().find_map(Front::read);
        if front.is_none() && !lines.iter().any(|line| said(line, ID).is_some()) {
            return None;
        }
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let id = field(&lines, ID).unwrap_or(stem);
        let date = field(&lines, "Date").unwrap_or_default();
        // By hand there is but the day: it was over when the day was.
        let over = || date.parse::<Date>().ok().and_then(|day| end_of(day, zone));
        let end = match &front {
            Some(front) if front.since.is_some() || front.until.is_some() => front.until,
            _ => over(),
        };
        Some(Self {
            actions: (0..lines.len()).filter_map(|at| action(&lines, at, &id, file)).collect(),
            placeholders: placeholders(&lines),
            severity: field(&lines, "Severity").unwrap_or_default(),
            limit: end.and_then(|end| end.checked_add(LIMIT).ok()),
            file: file.to_owned(),
            id,
            date,
            front,
            torn: torn(text),
            lines,
        })
    }

    /// Its incident has ended, which it does not say itself.
    pub(super) fn ended(&mut self, end: Timestamp) {
        self.limit = end.checked_add(LIMIT).ok();
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

    /// Whether it is about this alert, alone or in its incident.
    pub(super) fn is_of_alert(&self, alert: i64, incident: Option<i64>) -> bool {
        self.front.as_ref().is_some_and(|front| {
            front.alert == Some(alert) || incident.is_some() && front.incident == incident
        })
    }

    /// Where its id stands; 0 if that is but the file's name.
    pub(super) fn line_of_id(&self) -> usize {
        self.lines.iter().find(|line| said(line, ID).is_some()).map_or(0, |line| line.number)
    }

    /// The actions that nobody has ticked off.
    pub(crate) fn open_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| !action.done)
    }
}

/// What stands behind `**NAME**:` in a line that begins so.
fn said<'l>(line: &'l Line, name: &str) -> Option<&'l str> {
    let rest = line.text.trim_start().strip_prefix("**")?.strip_prefix(name)?;
    Some(rest.strip_prefix("**:")?.trim())
}

/// The same of the first such line, placeholders apart.
fn field(lines: &[Line], name: &str) -> Option<String> {
    let found = lines.iter().find_map(|line| said(line, name))?;
    (!found.is_empty() && !found.starts_with('[')).then(|| found.to_owned())
}

/// An item whose text is still a placeholder is none yet.
fn action(lines: &[Line], at: usize, review: &str, file: &Path) -> Option<Action> {
    let (line, text) = (&lines[at], joined(lines, at));
    let item = item(&text).filter(|item| line.is_a_persons() && !is_unwritten(item.text))?;
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
        Document::read("pir/x.md".as_ref(), text, &TimeZone::get("Europe/Moscow").unwrap()).unwrap()
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

    #[test]
    fn an_action_reaches_over_its_wrapped_lines_and_no_further() {
        let text = "**Incident ID**: 1\n- [ ] Grow the pool\n  and watch it\nfrom now on (Owner: QA,  \n  Due: 2025-10-25)\n\
            - [ ] b\n  - c\n- [ ] d\n\n  e\n- [ ] f\n**By**: x\n- [ ] g (Owner: QA)\nWords.\n## g\n- [ ]\n  h\n";
        let actions = read(text).actions;
        let seen: Vec<_> = actions.iter().map(|action| (action.line, &*action.text)).collect();
        assert_eq!(
            seen,
            [
                (2, "Grow the pool and watch it from now on"),
                (6, "b"),
                (8, "d"),
                (11, "f"),
                (13, "g"),
                (16, "h")
            ]
        );
        assert_eq!((actions[0].owner.as_deref(), actions[0].due), (Some("QA"), "2025-10-25".parse().ok()));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("# Our reviews\n\nThe **Incident ID** stands in each.\n")]
    #[case("```\n<!-- **Incident ID**: 1 -->\n")]
    fn other_markdown_is_no_review(#[case] text: &str) {
        assert!(Document::read("pir/x.md".as_ref(), text, &TimeZone::UTC).is_none());
    }

    #[rstest::rstest]
    #[case(PLAN, "2025-10-26T21:00:00Z", Standing::Due)]
    #[case(PLAN, "2025-10-26T21:00:01Z", Standing::Overdue)]
    #[case("<!-- tillwatch:review incident=1 -->\n[Words]", "2025-10-26T21:00:01Z", Standing::Draft)]
    #[case(
        "<!-- tillwatch:review incident=1 -->\n**Date**: 2025-10-24\n[Words]",
        "2025-10-26T21:00:01Z",
        Standing::Overdue
    )]
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
