//! `tillwatch query`.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use crate::app::{App, Failure, Format, Listing, Project, Verdict, records};
use crate::config::ConfigError;
use crate::db::{Table, Value};
use crate::query::{Catalogue, Query, QueryResult, Target, Window, lint};
use crate::render::plural;
use crate::time::{Duration, Moment};

/// Run a query and print its result.
///
/// NAME is a file of the catalogue: shipped, or queries/NAME.sql of the project. Nothing is ever written: a query may
/// only select, and it is stopped at the time limit of its source.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Example: tillwatch query transaction_success_rate_percentage --over 10m"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    list: Option<Noun>,
    #[command(flatten)]
    which: Which,

    /// The length of its window, which ends now; by default what the query says.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Where its window begins: local time in the project's zone, or an instant with its offset.
    #[arg(long, value_name = "TIME", conflicts_with = "over")]
    since: Option<Moment>,

    /// Where its window ends, in place of now; rows of this instant are not in it.
    #[arg(long, value_name = "TIME")]
    until: Option<Moment>,

    /// The value of a parameter that the query uses as :KEY.
    #[arg(short, long = "param", value_name = "KEY=VALUE", value_parser = parameter)]
    param: Vec<(String, Value)>,

    /// The source to run on: own, logs, or one of [sources].
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Noun {
    /// List the catalogue.
    List,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// A query of the catalogue.
    name: Option<String>,

    /// A file that is in no catalogue.
    #[arg(long, value_name = "F.sql")]
    file: Option<PathBuf>,

    /// One SELECT.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    sql: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let project = app.project()?;
    if args.list.is_some() {
        app.ui.listing(&Listing { name: "queries", table: catalogue(&project.catalogue) }, format);
        return Ok(Verdict::well("listed"));
    }
    let mut query = args.which.read(&project)?;
    if let Some(source) = args.source {
        query.front.source = source;
    }
    let runner = project.runner(app);
    let windowed = lint::is_windowed(&runner.prepare(&query)?);
    let given = [
        ("--over", args.over.is_some()),
        ("--since", args.since.is_some()),
        ("--until", args.until.is_some()),
    ];
    if let Some((flag, _)) = given.into_iter().find(|(_, given)| *given && !windowed) {
        return Err(Failure::usage(format!("query {} uses neither :since nor :until", query.name))
            .hint(format!("leave {flag} out, or let the query select by `>= :since AND … < :until`")));
    }
    let zone = crate::time::zone(&project.config.project.time_zone).unwrap_or(TimeZone::UTC);
    let at = |moment: Option<Moment>| moment.and_then(|moment| moment.at(&zone));
    let window = bounded(runner.window(&query, args.over), at(args.since), at(args.until))?;
    let result = runner.run(&query, window, &args.param)?;
    print(app, format, &query, &result, windowed.then_some(result.window));
    Ok(Verdict::well(format!("{}: {}", query.name, plural(result.series.len(), "row"))))
}

impl Which {
    fn read(self, project: &Project) -> Result<Query, Failure> {
        let parse = |name: &str, file: &Path, text: &str| {
            Query::parse(name, file, text).map_err(|problem| ConfigError::from(problem).into())
        };
        match (self.name, self.file, self.sql) {
            (Some(name), _, _) => Ok(project.catalogue.get(&name)?.clone()),
            (_, Some(file), _) => {
                let text =
                    fs::read_to_string(&file).map_err(|error| ConfigError::unreadable(&file, &error))?;
                parse(&file.file_stem().unwrap_or_default().to_string_lossy(), &file, &text)
            }
            (_, _, text) => parse("--sql", Path::new("--sql"), &text.unwrap_or_default()),
        }
    }
}

/// A window with the bounds that are given; without a beginning it keeps its length.
fn bounded(window: Window, since: Option<Timestamp>, until: Option<Timestamp>) -> Result<Window, Failure> {
    let end = until.unwrap_or(window.until);
    let length = window.until.duration_since(window.since);
    let since = since.or_else(|| end.checked_sub(length).ok()).unwrap_or(window.since);
    if since >= end {
        return Err(Failure::usage(format!("the window begins at {since} and ends at {end}"))
            .hint("let --since lie before --until, which is now where it is left out"));
    }
    Ok(Window { since, until: end })
}

/// `KEY=VALUE`; a value that reads as a number is one.
fn parameter(text: &str) -> Result<(String, Value), String> {
    let (name, value) = text.split_once('=').ok_or("write KEY=VALUE")?;
    let value = value
        .parse::<i64>()
        .map(Value::from)
        .or_else(|_| value.parse::<f64>().map(Value::from))
        .unwrap_or_else(|_| Value::from(value));
    Ok((name.to_owned(), value))
}

fn catalogue(catalogue: &Catalogue) -> Table {
    let columns = ["name", "unit", "target", "source", "help"].map(str::to_owned).to_vec();
    let row = |query: &Query| {
        let front = &query.front;
        let target = front.target.as_ref().map_or("", Target::text);
        [&query.name, front.unit.as_str(), target, &front.source, &front.help].map(Value::from).to_vec()
    };
    Table { columns, rows: catalogue.iter().map(row).collect() }
}

fn print(app: &App, format: Format, query: &Query, result: &QueryResult, window: Option<Window>) {
    let table = result.completed(query);
    if format == Format::Json {
        let window = window.map(|window| json!({ "since": window.since, "until": window.until }));
        return app.ui.json(json!({
            "query": query.name,
            "source": query.front.source,
            "unit": query.front.unit,
            "window": window,
            "columns": table.columns,
            "rows": records(&table),
        }));
    }
    if let Some(Window { since, until }) = window {
        app.ui.status(format!("window {since} to {until}, source {}", query.front.source));
    }
    app.ui.listing(&Listing { name: "rows", table }, format);
}
