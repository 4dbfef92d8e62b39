//! What somebody adds to a review's timeline: lines in its block of notes, which nothing rewrites. Pure.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::block::blocks;
use super::escape::escaped;
use super::lines::lines;

/// The line of a note.
pub(crate) fn line(at: Timestamp, zone: &TimeZone, author: &str, text: &str) -> String {
    let time = at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    format!("- {time} - {}: {}", escaped(author.trim()), escaped(text.trim()))
}

/// The text with a line at the end of its notes. Where it has none, they begin behind the timeline, or at the very end.
pub(crate) fn add(text: &str, line: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = text.to_owned();
    if let Some(notes) = blocks(text).iter().find(|block| block.is_of_notes()) {
        out.insert_str(notes.body.end, &format!("{line}{end}"));
        return out;
    }
    let at = end_of_timeline(text).unwrap_or(text.len());
    let lead = if text[..at].is_empty() || text[..at].ends_with('\n') { "" } else { end };
    let block = format!("{lead}<!-- tillwatch:notes -->{end}{line}{end}<!-- /tillwatch -->{end}");
    out.insert_str(at, &block);
    out
}

/// Behind the last line of the timeline's section that is not blank.
fn end_of_timeline(text: &str) -> Option<usize> {
    let (mut inside, mut end, mut at) = (false, None, 0);
    for (line, raw) in lines(text).iter().zip(text.split_inclusive('\n')) {
        at += raw.len();
        if let Some(heading) = line.heading() {
            inside = heading.eq_ignore_ascii_case("timeline");
        }
        if inside && !raw.trim().is_empty() {
            end = Some(at);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_follows_the_others_in_the_files_own_line_breaks() {
        let text = "## Timeline\r\n- a\r\n\r\n## Impact\r\n";
        let once = add(text, "- b");
        let block = "<!-- tillwatch:notes -->\r\n- b\r\n<!-- /tillwatch -->\r\n";
        assert_eq!(once, format!("## Timeline\r\n- a\r\n{block}\r\n## Impact\r\n"));
        assert_eq!(add(&once, "- c"), once.replace("- b\r\n", "- b\r\n- c\r\n"));
        assert_eq!(add("# R", "- b"), format!("# R\n{}", block.replace("\r\n", "\n")));
    }

    #[test]
    fn a_note_is_one_line_whatever_it_says() {
        let at = "2025-10-24T10:30:00Z".parse().unwrap();
        let line = line(at, &TimeZone::UTC, " ivan ", "a\n<!-- /tillwatch -->\n# b");
        assert_eq!(line, "- 2025-10-24 10:30 - ivan: a &lt;!-- /tillwatch --> # b");
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_was_there_is_lost(text in "(#|## Timeline|- a|\r?\n|<!-- tillwatch:notes -->|<!-- /tillwatch -->|.){0,20}") {
            let new = add(&text, "- 2025-10-24 10:30 - ivan: x");
            let at = new.find("- 2025-10-24 10:30 - ivan: x").unwrap();
            proptest::prop_assert!(text.lines().all(|line| new.contains(line)), "{at}");
        }
    }
}
