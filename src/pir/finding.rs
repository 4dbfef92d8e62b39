//! What is wrong with a review. Pure.

use std::iter;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::action::{Action, is_misspelt, joined};
use super::block::Torn;
use super::document::Document;
use super::lines::Line;
use crate::config::Problem;
use crate::render::plural;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The file says something that cannot be.
    Error,
    /// A limit has passed.
    Overdue,
    /// Something is left to do, in time.
    Warning,
    /// One of the words that a review waits for.
    Detail,
}

impl Level {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Overdue => "overdue",
            Self::Warning => "warning",
            Self::Detail => "detail",
        }
    }
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub level: Level,
    pub problem: Problem,
}

/// Everything that there is to say of a review at an instant, in the order of its lines.
pub(crate) fn check(document: &Document, now: Timestamp, zone: &TimeZone) -> Vec<Finding> {
    let today = now.to_zoned(zone.clone()).date();
    let mut found = words(document, now, zone);
    found.extend(document.torn.iter().map(|torn| {
        let found = finding(Level::Error, document, torn.line, torn.what.as_str());
        Finding { problem: found.problem.hint(Torn::HINT), ..found }
    }));
    found.extend(out_of_order(document));
    found.extend(misspelt(document));
    found.extend(document.open_actions().flat_map(|action| of_action(action, document, today)));
    found.sort_by_key(|finding| finding.problem.line);
    found
}

fn finding(level: Level, document: &Document, line: usize, message: impl Into<String>) -> Finding {
    Finding { level, problem: Problem::new(&document.file, line, message) }
}

/// Files with an id that an earlier one has.
pub(crate) fn doubled(documents: &[Document]) -> Vec<Finding> {
    let twice = documents.iter().enumerate().filter_map(|(index, document)| {
        let first = documents[..index].iter().find(|earlier| earlier.id == document.id)?;
        let message = format!("{} has the Incident ID {} already", first.file.display(), document.id);
        let Finding { level, problem } = finding(Level::Error, document, document.line_of_id(), message);
        Some(Finding { level, problem: problem.hint("give one of the two another id, or put it elsewhere") })
    });
    twice.collect()
}

/// Items of which nobody would know.
fn misspelt(document: &Document) -> impl Iterator<Item = Finding> {
    let lines = document.lines.iter().filter(|line| line.is_a_persons() && is_misspelt(&line.text));
    lines.map(|line| {
        let Finding { level, problem } =
            finding(Level::Error, document, line.number, "this is no action item");
        Finding { level, problem: problem.hint("write `- [ ] What (Owner: Who, Due: YYYY-MM-DD)`") }
    })
}

/// Placeholders: how many are left and until when, then each.
fn words(document: &Document, now: Timestamp, zone: &TimeZone) -> Vec<Finding> {
    if document.placeholders.is_empty() {
        return Vec::new();
    }
    let left = format!("{} left", plural(document.placeholders.len(), "placeholder"));
    let (level, when) = match document.limit {
        Some(limit) => due(limit, now, zone),
        None => (Level::Warning, "the incident goes on".to_owned()),
    };
    let each = document.placeholders.iter().map(|(line, text)| {
        finding(Level::Detail, document, *line, format!("[{text}] waits for somebody's words"))
    });
    iter::once(finding(level, document, 1, format!("draft, {left}, {when}"))).chain(each).collect()
}

/// Whether a limit has passed, and how far off it is: `due in 41 h`, `overdue since 2025-10-23 00:00`.
pub(super) fn due(limit: Timestamp, now: Timestamp, zone: &TimeZone) -> (Level, String) {
    if now > limit {
        let since = limit.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
        return (Level::Overdue, format!("overdue since {since}"));
    }
    let left = limit.duration_since(now);
    let when = if left.as_hours() > 0 {
        format!("due in {} h", left.as_hours())
    } else {
        format!("due in {} min", left.as_mins())
    };
    (Level::Warning, when)
}

fn of_action(action: &Action, document: &Document, today: Date) -> Vec<Finding> {
    let text = joined(&document.lines, action.line - 1);
    let at = |level, message: String, hint: &str| {
        let found = finding(level, document, action.line, message);
        Finding { problem: found.problem.hint(hint), ..found }
    };
    let form = "write (Owner: Who, Due: YYYY-MM-DD) at its end";
    let mut found = Vec::new();
    if action.owner.is_none() && !text.contains("Owner: [") {
        found.push(at(Level::Error, "this action has no owner".into(), form));
    }
    match action.due {
        None if text.contains("Due: [") => {}
        None => found.push(at(Level::Error, "this action has no day on which it is due".into(), form)),
        Some(due) if due < today => {
            let who = action.owner.as_deref().map(|owner| format!("{owner}: ")).unwrap_or_default();
            let message = format!("{who}{} was due on {due}", action.text);
            found.push(at(Level::Overdue, message, "tick it off as `- [x]`, or agree on another day"));
        }
        Some(_) => {}
    }
    found
}

/// Lines of a timeline that stand behind a later one. Each run of lines has an order of its own: notes come after what
/// is on record.
fn out_of_order(document: &Document) -> Vec<Finding> {
    let (mut in_timeline, mut last, mut day) = (false, None::<DateTime>, None::<Date>);
    let mut found = Vec::new();
    let mut generated = false;
    for line in &document.lines {
        if line.heading().is_some() || line.generated != generated {
            (last, day, generated) = (None, None, line.generated);
        }
        if let Some(heading) = line.heading() {
            in_timeline =
                heading.eq_ignore_ascii_case("timeline") || in_timeline && line.text.starts_with("###");
        }
        let Some((date, time)) = moment(line).filter(|_| in_timeline) else { continue };
        day = date.or(day);
        let at = day.unwrap_or(Date::ZERO).to_datetime(time);
        if let Some(before) = last.filter(|before| at < *before) {
            let message = format!("{} stands behind {}", time.strftime("%H:%M"), before.strftime("%H:%M"));
            let problem = finding(Level::Error, document, line.number, message).problem;
            let hint = "put it in its place; on another day write YYYY-MM-DD HH:MM";
            found.push(Finding { level: Level::Error, problem: problem.hint(hint) });
        }
        last = Some(at);
    }
    found
}

/// The time with which a line of a timeline begins: `- 10:05 - …`, `* 10:05: …` or `- 2025-10-24 10:05 - …`.
fn moment(line: &Line) -> Option<(Option<Date>, Time)> {
    let item = line.text.trim_start().strip_prefix(['-', '*', '+']).filter(|_| !line.code)?;
    let mut words = item.strip_prefix([' ', '\t'])?.split_whitespace();
    let first = words.next()?;
    let (date, time) = match first.parse::<Date>() {
        Ok(date) if first.len() == 10 => (Some(date), words.next()?),
        _ => (None, first),
    };
    let time = time.trim_end_matches(':');
    let is_time = |text: &str| text.len() <= 8 && text.contains(':');
    // `9:05` is how people write it.
    let padded = if time.find(':') == Some(1) { format!("0{time}") } else { time.to_owned() };
    Some((date, padded.parse().ok().filter(|_| is_time(time))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let zone = TimeZone::UTC;
        let text = format!("{text}\n**Incident ID**: INC-2025-10-24-001\n");
        let document = Document::read("pir/x.md".as_ref(), &text, &zone).unwrap();
        let found = check(&document, "2025-10-27T00:00:00Z".parse().unwrap(), &zone);
        found.iter().map(|finding| format!("{} {}", finding.level.name(), finding.problem)).collect()
    }

    #[test]
    fn times_that_go_back_are_found_and_a_new_day_or_list_may_begin_earlier() {
        let well = "## Timeline\n- 23:58 - a\n- 2025-10-25 00:03 - b\n- 0:04 - c\n### Notes\n- 10:00 - d\n## Impact\n- 9:00 - e";
        assert_eq!(found(well), [""; 0]);
        let wrong = "## Timeline\n- 10:05 - a\n- 9:58 - b\n- 10:01:30 - c\n- 2025-10-23 10:05 - d";
        assert_eq!(
            found(wrong),
            [
                "error pir/x.md:3: 09:58 stands behind 10:05 (put it in its place; on another day write YYYY-MM-DD HH:MM)"
            ]
        );
    }

    #[rstest::rstest]
    #[case("* 10:05 a\n* 9:58 b")]
    #[case("+ 10:05 a\n+ 9:58 b")]
    #[case("- 10:05: a\n- 9:58: b")]
    #[case("- 2025-10-24 10:05: a\n*\t09:58:00: b")]
    fn times_are_read_however_a_list_is_written(#[case] items: &str) {
        let found = found(&format!("## Timeline\n{items}"));
        assert!(found.len() == 1 && found[0].contains(":3: 09:58 stands behind 10:05"), "{found:?}");
    }

    #[test]
    fn what_is_nearly_an_item_is_named_and_a_wrapped_one_is_whole() {
        let text = "- [] a\n- [ ] [What]\n- [ ] b (Owner: [Who],\n  Due: [YYYY-MM-DD])\n```\n- []c\n```";
        let found: Vec<_> = found(text).into_iter().filter(|line| line.starts_with("error")).collect();
        let hint = "(write `- [ ] What (Owner: Who, Due: YYYY-MM-DD)`)";
        assert_eq!(found, [format!("error pir/x.md:1: this is no action item {hint}")]);
    }

    #[test]
    fn an_action_needs_owner_and_day_and_is_in_time() {
        let text = "- [ ] a (Owner: QA, Due: soon)\n- [ ] b\n- [x] c\n- [ ] d (Owner: QA, Due: 2025-10-26)";
        let form = "(write (Owner: Who, Due: YYYY-MM-DD) at its end)";
        assert_eq!(
            found(text),
            [
                format!("error pir/x.md:1: this action has no day on which it is due {form}"),
                format!("error pir/x.md:2: this action has no owner {form}"),
                format!("error pir/x.md:2: this action has no day on which it is due {form}"),
                "overdue pir/x.md:4: QA: d was due on 2025-10-26 (tick it off as `- [x]`, or agree on another day)".into(),
            ]
        );
    }

    #[rstest::rstest]
    #[case("2025-10-26T23:59:59Z", "warning pir/x.md:1: draft, 2 placeholders left, due in 47 h")]
    #[case("2025-10-25T00:40:00Z", "warning pir/x.md:1: draft, 2 placeholders left, due in 40 min")]
    #[case("2025-10-25T00:00:00Z", "warning pir/x.md:1: draft, 2 placeholders left, due in 0 min")]
    #[case(
        "2025-10-24T23:59:00Z",
        "overdue pir/x.md:1: draft, 2 placeholders left, overdue since 2025-10-26 23:59"
    )]
    fn a_draft_is_one_finding_and_its_placeholders_are_details(#[case] until: &str, #[case] expected: &str) {
        let text = format!("<!-- tillwatch:review until={until} -->\n[Words] and [more]\n");
        let waits = |word| format!("detail pir/x.md:2: [{word}] waits for somebody's words");
        assert_eq!(found(&text), [expected.to_owned(), waits("Words"), waits("more")]);
    }

    #[test]
    fn a_marker_without_its_other_half_is_a_mistake() {
        let text = "<!-- tillwatch:timeline -->\n- 10:00 - a\n";
        let expected = format!("error pir/x.md:1: the block timeline has no end marker ({})", Torn::HINT);
        assert_eq!(found(text), [expected]);
    }
}
