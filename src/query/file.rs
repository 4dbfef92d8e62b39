//! One query file: front matter in leading comments, then one SELECT.

use std::path::{Path, PathBuf};

use super::FrontMatter;
use crate::config::Problem;

/// A query; its file's name is the metric's name.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub name: String,
    /// The file, for messages; `<shipped>/queries/NAME.sql` for an embedded one.
    pub file: PathBuf,
    pub front: FrontMatter,
    pub sql: String,
    /// All that the file says.
    pub text: String,
    /// The line of the file on which `sql` begins, counted from 1.
    pub first_line: usize,
}

impl Query {
    /// Reads a query from a file's text.
    pub(crate) fn parse(name: &str, file: &Path, text: &str) -> Result<Self, Problem> {
        let (front, comments) = FrontMatter::read(file, text)?;
        let blank = text.lines().skip(comments).take_while(|line| line.trim().is_empty()).count();
        let lines: Vec<&str> = text.lines().skip(comments + blank).collect();
        let sql = lines.join("\n").trim_end().trim_end_matches(';').to_owned();
        if sql.trim().is_empty() {
            return Err(Problem::new(file, 0, "there is no SELECT after the front matter"));
        }
        let (name, file, text) = (name.to_owned(), file.to_owned(), text.to_owned());
        Ok(Self { name, file, front, sql, text, first_line: 1 + comments + blank })
    }

    /// A problem of the statement, on a line of it counted from 1, where the file has that line.
    pub(crate) fn problem(&self, line: Option<usize>, message: impl Into<String>) -> Problem {
        Problem::new(&self.file, self.first_line + line.unwrap_or(1) - 1, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Query, String> {
        Query::parse("x", Path::new("queries/x.sql"), text).map_err(|problem| problem.to_string())
    }

    #[test]
    fn prose_among_the_front_matter_is_left_to_the_reader() {
        let query = parse("-- Why: it matters.\n-- unit: ms\n--   \n-- Note well\n\nSELECT 1;\n").unwrap();
        assert_eq!((query.front.unit.as_str(), query.sql.as_str()), ("ms", "SELECT 1"));
        assert_eq!(query.first_line, 6);
        assert!(parse("-- just a comment\nSELECT 1").unwrap().front.unit.is_empty());
    }

    #[test]
    fn an_unknown_key_is_named_with_file_line_and_the_nearest_one() {
        let message = parse("-- Prose.\n-- unit: ms\n-- lables: [a]\nSELECT 1 AS a").unwrap_err();
        assert!(message.starts_with("queries/x.sql:3: unknown field"), "{message}");
        assert!(message.ends_with("(did you mean labels?)"), "{message}");
    }

    #[rstest::rstest]
    #[case("-- window: fortnight\nSELECT 1", "queries/x.sql:1: ")]
    #[case("-- unit: ms\n-- instances: shops\nSELECT 1", "queries/x.sql:2: ")]
    #[case("-- unit: ms\n", "queries/x.sql: there is no SELECT")]
    fn nonsense_is_named_with_its_line(#[case] text: &str, #[case] start: &str) {
        let message = parse(text).unwrap_err();
        assert!(message.starts_with(start), "{message}");
    }
}
