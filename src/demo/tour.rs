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

/// The evening from which the tour looks back.
const NOW: &str = "2025-10-24T18:30:00+03:00";

/// What to type when the tour is over.
pub(crate) const NEXT: &str = "  tillwatch query list                  every metric; each is a file of SQL
  tillwatch check                       lint the whole project";

/// Every step, in the order that tells the day's story.
pub(crate) fn steps() -> Vec<Step> {
    let step = |title, args: &[&'static str], ending| Step { title, args: args.to_vec(), ending };
    let shows = |title, args: &[&'static str], code| step(title, args, Ending::Code(code));
    vec![shows(
        "A metric is an SQL file; here the share of sales that went through",
        &["query", "transaction_success_rate_percentage", "--over", "12h", "--now", NOW],
        0,
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_line_is_wider_than_80_columns_and_each_can_be_pasted() {
        for step in steps() {
            let text = step.to_string();
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            let pasted = text.replace("\\\n", "").replace('\'', "");
            let words: Vec<&str> = pasted.split_whitespace().skip(2).collect();
            assert_eq!(words.join(" "), step.args.join(" "));
        }
    }
}
