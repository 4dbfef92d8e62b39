//! The tour: which verbs run, in which order, as of when, and how each must end.

/// One command of the tour.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// What it shows, in a line.
    pub title: &'static str,
    /// The command line behind `tillwatch`.
    pub args: Vec<&'static str>,
    pub ending: Ending,
}

/// How a step must end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With this exit code.
    Code(i32),
    /// Not at all: it serves the later steps.
    Beside,
}

/// As a shell takes it: broken before its flags where it would be wider than 80 columns.
impl std::fmt::Display for Step {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut width = out.write_str("$ tillwatch").map(|()| 11)?;
        for (arg, next) in self.args.iter().zip(self.args.iter().skip(1).chain([&"--"])) {
            let word = quoted(arg);
            // A flag stays on one line with its value.
            let value = if arg.starts_with("--") && !next.starts_with("--") {
                quoted(next).chars().count() + 1
            } else {
                0
            };
            if width + 1 + word.chars().count() + value > 77 {
                out.write_str(" \\\n   ")?;
                width = 4;
            }
            width += word.chars().count() + 1;
            write!(out, " {word}")?;
        }
        Ok(())
    }
}

fn quoted(arg: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_=:+./,".contains(c);
    if arg.chars().all(is_plain) { arg.to_owned() } else { format!("'{arg}'") }
}

/// Today's instants, as a clock in the shops shows them. The evening is the one from which the tour looks back.
const QUIET: &str = "2025-10-24T09:50:00+03:00";
const RAISED: &str = "2025-10-24T10:00:00+03:00";
const ACKNOWLEDGED: &str = "2025-10-24T10:05:00+03:00";
const FOUND: &str = "2025-10-24T10:15:00+03:00";
const RESTORED: &str = "2025-10-24T10:45:00+03:00";
const OVER: &str = "2025-10-24T11:45:00+03:00";
const EVE: &str = "2025-10-24T18:29:00+03:00";
const EVENING: &str = "2025-10-24T18:30:00+03:00";

/// What to type when the tour is over.
pub(crate) const NEXT: &str = "  tillwatch report weekly --now 2025-10-24T18:30:00+03:00
  tillwatch alerts list --over 1d --now 2025-10-24T18:30:00+03:00
  tillwatch query list                  every metric; each is a file of SQL
  tillwatch serve                       receives heartbeats, metrics and logs
  tillwatch check                       find mistakes in the whole project
  weekly.html and outbox/               to look at in a browser and a mail program";

/// Every step, in the order that tells the day's story.
pub(crate) fn steps() -> Vec<Step> {
    let evaluated = |title, at, code| shows(title, &["evaluate-alerts", "--now", at, "--commit"], code);
    vec![
        evaluated("09:50, all is quiet", QUIET, 0),
        evaluated("10:00, store 3 empties the connection pool: somebody is told", RAISED, 1),
        shows(
            "10:05, the engineer on call is at it",
            &["incident", "ack", "8", "--by", "on_call_engineer", "--now", ACKNOWLEDGED, "--commit"],
            0,
        ),
        evaluated("10:15, sales fail as well", FOUND, 1),
        evaluated("10:45, the pool has grown: latency is well, the hour's rates are not yet", RESTORED, 1),
        evaluated("11:45, the hour is clean again", OVER, 0),
        shows("What became of the incident, and who was told", &["incident", "show", "8"], 0),
        shows(
            "The post-incident review, drafted from what is on record",
            &["pir", "new", "--from-incident", "8", "--now", EVENING, "--commit"],
            0,
        ),
        shows("18:29, does the backend answer?", &["probe", "--now", EVE, "--commit"], 0),
        shows("Which tills are alive?", &["heartbeat-check", "--now", EVE, "--commit"], 1),
        evaluated("Store 5 is silent, and 1C hardly answers store 6", EVE, 1),
        shows(
            "A metric is an SQL file: the share of sales that went through",
            &["query", "transaction_success_rate_percentage", "--over", "10h", "--now", EVENING],
            0,
        ),
        step("The receiver of heartbeats, metrics and logs starts", &["serve"], Ending::Beside),
        shows("Log files go to it, with what is personal taken out", &["logs", "ship"], 0),
        shows("Once more: nothing is sent twice", &["logs", "ship"], 0),
        shows(
            "What arrived can be queried",
            &["query", "--source", "logs", "--sql", "SELECT level, COUNT(*) AS lines FROM logs GROUP BY 1"],
            0,
        ),
        shows(
            "A till pushes what it has measured",
            &["metric", "push", "qr_scan_response_time_ms", "234", "-l", "store_id=1", "--at", EVE],
            0,
        ),
        shows(
            "What is usual in each hour of the week is learnt from what was recorded",
            &["baseline", "refresh", "--now", EVE, "--commit"],
            0,
        ),
        shows("The day so far", &["report", "daily", "--now", EVENING], 0),
        shows(
            "The week as a page with charts",
            &["report", "weekly", "--format", "html", "--output", "weekly.html", "--now", EVENING],
            0,
        ),
        shows(
            "And as a mail to the management",
            &["report", "weekly", "--send", "--now", EVENING, "--commit"],
            0,
        ),
    ]
}

fn step(title: &'static str, args: &[&'static str], ending: Ending) -> Step {
    Step { title, args: args.to_vec(), ending }
}

fn shows(title: &'static str, args: &[&'static str], code: i32) -> Step {
    step(title, args, Ending::Code(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_line_is_wider_than_80_columns_and_each_can_be_pasted() {
        for step in steps() {
            assert!(step.title.chars().count() <= 80 - "── 99. ".chars().count(), "{}", step.title);
            let text = step.to_string();
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            let pasted = text.replace("\\\n", "").replace('\'', "");
            let words: Vec<&str> = pasted.split_whitespace().skip(2).collect();
            assert_eq!(words.join(" "), step.args.join(" "));
        }
    }
}
