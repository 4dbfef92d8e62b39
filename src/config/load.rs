//! From the file's text to [`Config`], with errors that name the line, the key and the nearest valid key.

use std::path::Path;

use super::secret::IN_THE_CLEAR;
use super::{Config, ConfigError, Problem, unknown_field};

/// The name of the configuration file.
pub(crate) const CONFIG_FILE: &str = "tillwatch.toml";

/// Reads a configuration from its text. `path` is where it came from.
pub(crate) fn parse(text: &str, path: &Path) -> Result<Config, ConfigError> {
    let mut config: Config = toml::from_str(text).map_err(|error| problems(text, path, error))?;
    path.parent().unwrap_or(Path::new("")).clone_into(&mut config.folder);
    path.clone_into(&mut config.file);
    text.clone_into(&mut config.text);
    Ok(config)
}

/// The JSON Schema of the configuration, for editors.
pub(crate) fn schema() -> schemars::Schema {
    schemars::schema_for!(Config)
}

/// The first problem, and where that is a secret in the clear every other such, for whoever moves one moves all.
fn problems(text: &str, path: &Path, mut error: toml::de::Error) -> ConfigError {
    let (mut text, mut problems) = (text.to_owned(), Vec::new());
    loop {
        problems.push(problem(&text, path, &error));
        let secret = error.span().filter(|_| error.message().contains(IN_THE_CLEAR));
        let Some(span) = secret.filter(|span| is_one_line_string(&text[span.clone()])) else { break };
        text.replace_range(span, "\"env:SECRET\"");
        match toml::from_str::<Config>(&text) {
            Ok(_) => break,
            Err(next) => error = next,
        }
    }
    ConfigError::Wrong(problems)
}

fn is_one_line_string(text: &str) -> bool {
    text.starts_with(['"', '\'']) && !text.contains('\n')
}

fn problem(text: &str, path: &Path, error: &toml::de::Error) -> Problem {
    let line = error.span().map_or(0, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
    let problem = Problem::new(path, line, error.message().replace('\n', " "));
    match unknown_field(error.message()) {
        Some((wrong, known)) => problem.nearest(wrong, known),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        parse(text, Path::new("shop/tillwatch.toml")).unwrap_err().to_string()
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line_and_the_nearest_valid_one() {
        let message = error("version = 1\n\n[project]\nname = \"x\"\ntime_zon = \"UTC\"\n");
        assert!(message.starts_with("shop/tillwatch.toml:5: unknown field `time_zon`"), "{message}");
        assert!(message.ends_with("(did you mean time_zone?)"), "{message}");
    }

    #[test]
    fn every_secret_in_the_clear_is_named_and_what_else_is_wrong_behind_them() {
        let message = error(
            "version = 1\nzzz = 1\n[push]\ntoken = \"a\"\n[[stores]]\nid = \"1\"\nname = \"x\"\ntoken = 'b'\n\
             [channels.c.slack]\nurl = \"c\"\n",
        );
        let lines: Vec<_> = message.lines().filter_map(|line| line.split(':').nth(1)).collect();
        assert_eq!(lines.len(), 4, "{message}");
        assert_eq!(message.matches("never in the clear").count(), 3, "{message}");
        assert!(["4", "8"].iter().all(|line| lines.contains(line)), "{message}");
    }

    #[test]
    fn another_version_is_refused() {
        assert!(error("version = 2").contains("this tillwatch reads version 1"));
    }

    #[test]
    fn the_smallest_configuration_is_one_line() {
        assert!(parse("version = 1", Path::new("tillwatch.toml")).is_ok());
    }
}
