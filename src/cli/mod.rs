//! The command line: one file a verb, a folder a noun. A verb's `run` reads like its manual; the logic lies below.

mod alerts;
mod audit;
mod baseline;
mod check;
mod config;
mod dashboard;
mod db;
mod demo;
mod evaluate_alerts;
mod event;
mod generate;
mod heartbeat;
mod heartbeat_check;
mod incident;
mod init;
mod logs;
mod metric;
mod office;
mod on_call;
mod pir;
mod probe;
mod query;
mod quick;
mod report;
mod rules;
mod schedule;
mod sending;
mod serve;
mod tokens;
mod which;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::app::{App, Exit, ExitStyle, Failure, Global, Ui, Verdict};

/// Watch shops, tills and the services behind them: probe, listen, alert, report, review.
#[derive(Debug, Parser)]
#[command(name = "tillwatch", version, propagate_version = true, after_help = EXIT_CODES)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

const EXIT_CODES: &str = "\
Exit codes: 0 all well; 1 something watched is not well; 2 usage or configuration error;
3 could not complete (database, network, delivery); 4 another run holds this work.";

#[derive(Debug, Subcommand)]
enum Verb {
    Init(init::Args),
    Check(check::Args),
    Config(config::Args),
    Schedule(schedule::Args),
    Query(query::Args),
    Probe(probe::Args),
    HeartbeatCheck(heartbeat_check::Args),
    Heartbeat(heartbeat::Args),
    EvaluateAlerts(evaluate_alerts::Args),
    Alerts(alerts::Args),
    Incident(incident::Args),
    Event(event::Args),
    Audit(audit::Args),
    OnCall(on_call::Args),
    Rules(rules::Args),
    Report(report::Args),
    Dashboard(dashboard::Args),
    Pir(pir::Args),
    Logs(logs::Args),
    Metric(metric::Args),
    Baseline(baseline::Args),
    Serve(serve::Args),
    Db(db::Args),
    Tokens(tokens::Args),
    Demo(demo::Args),
    #[command(hide = true)]
    Generate(generate::Args),
}

impl Verb {
    fn run(self, app: &App) -> Result<Verdict, Failure> {
        match self {
            Self::Init(args) => init::run(args, app),
            Self::Check(args) => check::run(&args, app),
            Self::Config(args) => config::run(&args, app),
            Self::Schedule(args) => schedule::run(args, app),
            Self::Query(args) => query::run(args, app),
            Self::Probe(args) => probe::run(args, app),
            Self::HeartbeatCheck(args) => heartbeat_check::run(args, app),
            Self::Heartbeat(args) => heartbeat::run(args, app),
            Self::EvaluateAlerts(args) => evaluate_alerts::run(&args, app),
            Self::Alerts(args) => alerts::run(args, app),
            Self::Incident(args) => incident::run(args, app),
            Self::Event(args) => event::run(args, app),
            Self::Audit(args) => audit::run(args, app),
            Self::OnCall(args) => on_call::run(&args, app),
            Self::Rules(args) => rules::run(args, app),
            Self::Report(args) => report::run(args, app),
            Self::Dashboard(args) => dashboard::run(args, app),
            Self::Pir(args) => pir::run(args, app),
            Self::Logs(args) => logs::run(args, app),
            Self::Metric(args) => metric::run(args, app),
            Self::Baseline(args) => baseline::run(args, app),
            Self::Serve(args) => serve::run(args, app),
            Self::Db(args) => db::run(args, app),
            Self::Tokens(args) => tokens::run(args, app),
            Self::Demo(args) => demo::run(args, app),
            Self::Generate(args) => generate::run(&args, app),
        }
    }
}

/// Whether words make a command line behind `tillwatch`; in one line why not, where they do not.
fn parse_line(words: &[String]) -> Result<(), String> {
    let parsed = Cli::command().no_binary_name(true).try_get_matches_from(words);
    parsed.and_then(|found| Cli::from_arg_matches(&found)).map(drop).map_err(|error| {
        let text = error.render().to_string();
        let first = text.lines().next().unwrap_or_default();
        first.trim_start_matches("error: ").to_owned()
    })
}

/// Runs one command line and gives the process's exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let whole = || Cli::command().try_get_matches_from(&args).and_then(|found| Cli::from_arg_matches(&found));
    let cli = match quick::parse(&args).map_or_else(whole, Ok) {
        Ok(cli) => cli,
        Err(error) => {
            // Printing help into a closed pipe is no error.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { Exit::Usage as u8 } else { Exit::Well as u8 });
        }
    };
    let app = App::new(cli.global);
    let outcome = cli.verb.run(&app);
    finish(&app, outcome)
}

fn finish(app: &App, outcome: Result<Verdict, Failure>) -> ExitCode {
    let lost = || app.ui.lost().map(|error| Failure::incomplete(format!("stdout: {error}")));
    let outcome = outcome.and_then(|verdict| lost().map_or(Ok(verdict), Err));
    let verdict = outcome.unwrap_or_else(|failure| {
        Ui::failure(&failure);
        Verdict { exit: failure.exit, ..Verdict::well(failure.message) }
    });
    if app.global.exit_style == ExitStyle::Nagios {
        app.ui.raw(&verdict.nagios_line());
    }
    ExitCode::from(match (verdict.exit, app.global.exit_zero) {
        (Exit::Unwell, true) => Exit::Well as u8,
        _ if app.global.exit_style == ExitStyle::Nagios => verdict.nagios_code(),
        (exit, _) => exit as u8,
    })
}
