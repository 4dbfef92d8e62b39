//! The command line of a verb that timers start each minute, made alone: making that of all verbs takes longer than some of
//! the work that is to be done.

use std::ffi::OsString;

use clap::{Args as _, Command, FromArgMatches as _};

use super::{Cli, evaluate_alerts, heartbeat, heartbeat_check, logs, metric, probe, query};
use crate::app::Global;

/// Reads the arguments; `None` where all verbs must be known to tell what is meant: help, a mistake, another verb.
pub(super) fn parse(args: &[OsString]) -> Option<Cli> {
    let (name, with_args) = args.iter().skip(1).find_map(|word| verb(word.to_str()?))?;
    let alone = Global::augment_args(Command::new("tillwatch")).subcommand(with_args(Command::new(name)));
    Cli::from_arg_matches(&alone.try_get_matches_from(args).ok()?).ok()
}

/// What adds a verb's arguments to its command.
type WithArgs = fn(Command) -> Command;

fn verb(word: &str) -> Option<(&'static str, WithArgs)> {
    Some(match word {
        "evaluate-alerts" => ("evaluate-alerts", evaluate_alerts::Args::augment_args),
        "heartbeat" => ("heartbeat", heartbeat::Args::augment_args),
        "heartbeat-check" => ("heartbeat-check", heartbeat_check::Args::augment_args),
        "logs" => ("logs", logs::Args::augment_args),
        "metric" => ("metric", metric::Args::augment_args),
        "probe" => ("probe", probe::Args::augment_args),
        "query" => ("query", query::Args::augment_args),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, FromArgMatches as _};

    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        std::iter::once("tillwatch").chain(line.split(' ')).map(OsString::from).collect()
    }

    #[rstest::rstest]
    #[case("heartbeat-check")]
    #[case("--config a.toml -q heartbeat-check --now 2025-10-24T12:30:00Z")]
    #[case("evaluate-alerts --dry-run --format json")]
    #[case("probe --exit-style nagios")]
    #[case("query --sql 1 --config=a.toml")]
    #[case("logs ship -q")]
    #[case("metric push a 1")]
    #[case("heartbeat send --store 3")]
    #[case("query logs")]
    fn what_is_read_alone_is_what_is_read_among_all(#[case] line: &str) {
        let all = Cli::command().try_get_matches_from(args(line)).unwrap();
        let all = Cli::from_arg_matches(&all).unwrap();
        assert_eq!(format!("{:?}", parse(&args(line)).unwrap()), format!("{all:?}"));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("--help")]
    #[case("probe --help")]
    #[case("help probe")]
    #[case("heartbeat-chek")]
    #[case("heartbeat-check --nonsense")]
    #[case("report daily")]
    #[case("--config probe heartbeat-check")]
    fn the_rest_is_left_to_the_whole_command_line(#[case] line: &str) {
        assert!(parse(&args(line)).is_none());
    }
}
