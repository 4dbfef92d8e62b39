//! Lines that belong together, such as an exception and its stack trace.

use regex::Regex;

use super::checkpoint::Cursor;
use super::record::Piece;

/// The most lines of a group; a further one begins the next.
const MOST_LINES: usize = 500;

/// Joins lines: one that fits the pattern begins a group, and those that follow belong to it.
#[derive(Debug)]
pub(super) struct Groups<'a> {
    start: Option<&'a Regex>,
    most_bytes: usize,
    /// A group that ends up to here takes no line that ends behind here.
    closed: Option<u64>,
    open: Option<Group>,
}

/// Some lines as one text.
#[derive(Debug)]
pub(super) struct Group {
    text: String,
    lines: usize,
    replaced: bool,
    cut_from: Option<u64>,
    start: Cursor,
    end: Cursor,
}

impl<'a> Groups<'a> {
    pub(super) fn new(start: Option<&'a Regex>, most_bytes: usize, closed: Option<u64>) -> Self {
        Self { start, most_bytes, closed, open: None }
    }

    pub(super) fn are_wanted(&self) -> bool {
        self.start.is_some()
    }

    /// Takes a line, and gives the group that ended with the line before. A line that did not end when it was decided
    /// where groups end was in none of them.
    pub(super) fn add(&mut self, line: Piece<'_>, ended: bool) -> Option<Group> {
        let starts = self.start.is_none_or(|start| start.is_match(&line.text));
        let closed = self.closed.filter(|closed| line.end.position > *closed || !ended);
        match &mut self.open {
            Some(group) if !starts && group.has_room(&line, self.most_bytes) && !group.is_closed(closed) => {
                group.push(&line);
                None
            }
            _ => self.open.replace(Group::of(line)),
        }
    }

    /// The last group: where nothing can follow it, or where it was decided that nothing does.
    pub(super) fn at_the_end(&mut self, finished: bool) -> Option<Group> {
        let closed = self.closed;
        self.open.take_if(|group| finished || group.is_closed(closed))
    }
}

impl Group {
    fn of(line: Piece<'_>) -> Self {
        let Piece { text, replaced, cut_from, start, end } = line;
        Self { text: text.into_owned(), lines: 1, replaced, cut_from, start, end }
    }

    fn push(&mut self, line: &Piece<'_>) {
        self.text.push('\n');
        self.text.push_str(&line.text);
        self.lines += 1;
        self.replaced |= line.replaced;
        self.end = line.end;
    }

    fn has_room(&self, line: &Piece<'_>, most_bytes: usize) -> bool {
        self.lines < MOST_LINES
            && self.text.len() + 1 + line.text.len() <= most_bytes
            && line.cut_from.is_none()
    }

    /// Whether it was decided that nothing follows it.
    fn is_closed(&self, closed: Option<u64>) -> bool {
        closed.is_some_and(|closed| self.end.position <= closed)
    }

    /// Blank lines at the end are not part of it.
    pub(super) fn text(mut self) -> Piece<'static> {
        self.text.truncate(self.text.trim_end_matches('\n').len());
        let Self { text, replaced, cut_from, start, end, .. } = self;
        Piece { text: text.into(), replaced, cut_from, start, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The groups of some lines, then the one at the end.
    fn groups(lines: &[&str], most_bytes: usize, closed: Option<u64>, finished: bool) -> Vec<String> {
        let start = Regex::new(r"^\d").unwrap();
        let (mut groups, mut end, mut all) =
            (Groups::new(Some(&start), most_bytes, closed), Cursor::default(), Vec::new());
        for line in lines {
            let start = end;
            end = Cursor { position: start.position + line.len() as u64 + 1, line: start.line + 1 };
            let text = Piece { text: (*line).into(), replaced: false, cut_from: None, start, end };
            all.extend(groups.add(text, true));
        }
        all.extend(groups.at_the_end(finished));
        all.into_iter().map(|group| group.text().text.into_owned()).collect()
    }

    const TRACE: [&str; 5] = ["1 failed", " at a", " at b", "2 well", ""];

    #[test]
    fn a_trace_is_one_group_and_the_last_one_waits_for_what_may_follow() {
        assert_eq!(groups(&TRACE, 99, None, false), ["1 failed\n at a\n at b"]);
        assert_eq!(groups(&TRACE, 99, None, true), ["1 failed\n at a\n at b", "2 well"]);
    }

    #[test]
    fn what_was_decided_to_be_a_group_stays_one_whatever_follows() {
        assert_eq!(groups(&TRACE[..3], 99, Some(21), false), ["1 failed\n at a\n at b"]);
        assert_eq!(groups(&TRACE[..3], 99, Some(15), false), ["1 failed\n at a"]);
        assert_eq!(groups(&TRACE[..3], 99, Some(18), false), ["1 failed\n at a"]);
    }

    #[test]
    fn a_group_is_bounded_in_bytes_and_lines_and_loses_nothing() {
        assert_eq!(groups(&TRACE, 14, None, true), ["1 failed\n at a", " at b", "2 well"]);
        let many = vec!["x"; MOST_LINES + 1];
        assert_eq!(groups(&many, 9999, None, true).iter().map(String::len).collect::<Vec<_>>(), [999, 1]);
    }
}
