//! From the file's text to [`Config`], with errors that name the line, the key and the nearest valid key.

use std::path::Path;

use super::{Config, ConfigError, Problem, unknown_field};

/// The name of the configuration file.
pub(crate) const CONFIG_FILE: &str = "tillwatch.toml";

/// Reads a configuration from its text. `path` is where it came from.
pub(crate) fn parse(text: &str, path: &Path) -> Result<Config, ConfigError> {
    let mut config: Config = toml::from_str(text).map_err(|error| problem(text, path, &error))?;
    path.parent().unwrap_or(Path::new("")).clone_into(&mut config.folder);
    path.clone_into(&mut config.file);
    text.clone_into(&mut config.text);
    Ok(config)
}

/// The JSON Schema of the configuration, for editors.
pub(crate) fn schema() -> schemars::Schema {
    schemars::schema_for!(Config)
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
    fn another_version_is_refused() {
        assert!(error("version = 2").contains("this tillwatch reads version 1"));
    }

    #[test]
    fn the_smallest_configuration_is_one_line() {
        assert!(parse("version = 1", Path::new("tillwatch.toml")).is_ok());
    }
}
