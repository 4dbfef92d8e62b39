//! Which targets a command line means.

use std::path::PathBuf;

use super::flags::UrlFlags;
use crate::app::{App, Failure};
use crate::config::{Config, Target, nearest};
use crate::probe::PrepareError;

/// What is to be probed.
pub(super) struct Plan {
    pub targets: Vec<(String, Target)>,
    /// Where relative paths begin.
    pub folder: PathBuf,
    /// Of named targets.
    pub config: Option<Config>,
}

/// URLs need no configuration; names need one, and no names mean all of it.
pub(super) fn plan(arguments: &[String], flags: &UrlFlags, app: &App) -> Result<Plan, Failure> {
    let urls = arguments.iter().filter(|argument| argument.contains("://")).count();
    if urls == 0 {
        if flags.any() {
            return Err(Failure::usage("options of a request go with a URL")
                .hint("for a named target write them in tillwatch.toml under [targets.NAME.http]"));
        }
        let config = app.config()?;
        let targets = named(arguments, &config)?;
        return Ok(Plan { targets, folder: config.folder.clone(), config: Some(config) });
    }
    if urls < arguments.len() {
        return Err(Failure::usage("names and URLs cannot be probed in one run")
            .hint("names come from tillwatch.toml and are kept, URLs are not: run probe twice"));
    }
    let targets = arguments.iter().map(|url| flags.target(url)).collect::<Result<_, _>>()?;
    Ok(Plan { targets, folder: PathBuf::new(), config: None })
}

fn named(names: &[String], config: &Config) -> Result<Vec<(String, Target)>, Failure> {
    let all = &config.targets;
    if all.is_empty() {
        return Err(Failure::usage("tillwatch.toml has no target")
            .hint("add [targets.NAME.http] with url = \"http://…\", or give a URL"));
    }
    if let Some(wrong) = names.iter().find(|name| !all.contains_key(*name)) {
        let known = nearest(wrong, all.keys().map(String::as_str)).map_or_else(
            || format!("targets are {}; a URL begins with http://, https:// or tcp://", list(config)),
            |right| format!("did you mean {right}?"),
        );
        return Err(Failure::usage(format!("no target is called {wrong:?}")).hint(known));
    }
    let wanted = |name: &String| names.is_empty() || names.contains(name);
    Ok(all.iter().filter(|(name, _)| wanted(name)).map(|(name, it)| (name.clone(), it.clone())).collect())
}

fn list(config: &Config) -> String {
    let mut names: Vec<&str> = config.targets.keys().take(10).map(String::as_str).collect();
    if config.targets.len() > names.len() {
        names.push("…");
    }
    names.join(", ")
}

/// A target whose secret or certificate cannot be had: a matter of configuration.
pub(super) fn unready(name: &str, error: &PrepareError) -> Failure {
    let hint = match error {
        PrepareError::Header(_) => "set the variable or write the file that the header names",
        PrepareError::Net(_) => "let ca_file name a file of PEM certificates",
    };
    Failure::usage(format!("target {name}: {error}")).hint(hint)
}
