//! `tillwatch query`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::app::{App, Failure, Format, Listing, Project, Verdict, records};
use crate::config::ConfigError;
use crate::db::{Table, Value};
use crate::query::{Catalogue, Query, QueryResult, Target, Window, lint};
use crate::render::plural;
use crate::time::Duration;

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
    if args.over.is_some() && !windowed {
        return Err(Failure::usage(format!("query {} uses neither :since nor :until", query.name))
            .hint("leave --over out, or let the query select by `>= :since AND … < :until`"));
    }
    let result = runner.run(&query, runner.window(&query, args.over), &args.param)?;
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
