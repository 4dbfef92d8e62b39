//! `tillwatch report`.

mod list;
mod open;
mod send;
mod show;

use std::path::{Path, PathBuf};
use std::{env, fs};

use jiff::civil::Date;

use crate::app::{App, Failure, Format, Project, Verdict, csv_text, json_text};
use crate::render::{Templates, words::printable};
use crate::report::{Builder, Canvas, Definition, Form, Report, Request, csv_table, render};

pub(super) use send::takes_reports;

/// Render a report: print it, write it, send it, open it.
///
/// Shipped are `daily` (today so far, or one day), `weekly` (the last seven full days) and `monthly` (the last full month);
/// `report list` has all of them. What a report contains is templates/reports/NAME.toml, how it looks the templates beside
/// it; a new file there is a new report, one of a shipped name takes its place. The same --now gives the same bytes. Bad
/// news is data: it does not change the exit code. Exits 3 if a source could not be read; the section says why, and the
/// rest is there.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Example: tillwatch report daily --format html --output daily.html"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,

    /// Which report: daily, weekly, monthly, or one of the project's own.
    #[arg(required = true)]
    name: Option<String>,

    /// The day, the last of the seven days, or a day of the month; by default today so far, or the last full week or month.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// One store only.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// Write to a file and print nothing.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.
    #[arg(long)]
    bom: bool,

    /// Open it as a page in the browser: `$BROWSER`, or the system's own.
    #[arg(long)]
    open: bool,

    /// Tell whoever the report or [report] names, instead of printing it: by mail in full, in Slack in short.
    #[arg(long)]
    send: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let name = match (args.command, args.name) {
        (Some(Command::Show(args)), _) => return show::run(&args, app),
        (Some(Command::List(_)), _) | (None, None) => return list::run(app),
        (None, Some(name)) => name,
    };
    let format = app.format(&[Format::Text, Format::Markdown, Format::Html, Format::Csv, Format::Json])?;
    if args.bom && format != Format::Csv {
        return Err(Failure::usage("--bom is for CSV").hint("add --format csv"));
    }
    let project = app.project()?;
    let templates = app.templates(&project.config)?;
    let definition = Definition::load(&project.config.resolve("templates".as_ref()), &name)?;
    let request = Request { name, date: args.date, store: args.store };
    let report = build(app, &project, &definition, &request)?;
    let text = || -> Result<String, Failure> {
        let mark = if args.bom { "\u{feff}" } else { "" };
        Ok(format!("{mark}{}", rendered(app, &project, &report, format, &templates)?))
    };
    if let Some(path) = &args.output {
        write(path, &text()?)?;
        app.ui.status(format!("wrote {}", path.display()));
    }
    if args.send {
        send::send(app, &project, &definition, &report, &templates)?;
    }
    if args.open {
        let written = args.output.clone().filter(|_| format == Format::Html);
        let page = || open::keep(&render(&report, Form::Html, &templates)?, &report.name);
        open::open(&written.map_or_else(page, Ok)?)?;
    }
    if args.output.is_none() && !args.send && !args.open {
        app.ui.data(&text()?);
    }
    Ok(verdict(app, &report))
}

fn build(
    app: &App,
    project: &Project,
    definition: &Definition,
    request: &Request,
) -> Result<Report, Failure> {
    let Project { config, inventory, catalogue } = project;
    let runner = project.runner(app).of_lines_received_by_now();
    let builder = Builder { config, inventory, catalogue, runner: &runner, now: app.now() };
    Ok(builder.build(definition, request)?)
}

fn rendered(
    app: &App,
    project: &Project,
    report: &Report,
    format: Format,
    templates: &Templates,
) -> Result<String, Failure> {
    Ok(match format {
        Format::Json => json_text(serde_json::to_value(report).unwrap_or_default()),
        Format::Csv => csv_text(&csv_table(report, &project.inventory)),
        Format::Html => render(report, Form::Html, templates)?,
        Format::Markdown => printable(&render(report, Form::Markdown, templates)?),
        _ => printable(&render(report, Form::Text(canvas(app)), templates)?),
    })
}

/// As wide as the terminal, drawn by the locale as POSIX reads it.
fn canvas(app: &App) -> Canvas {
    let set = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
    Canvas::new(app.ui.width(), ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set).as_deref())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text)
        .map_err(|error| Failure::incomplete(format!("cannot write {}: {error}", path.display())))
}

fn verdict(app: &App, report: &Report) -> Verdict {
    let failed: Vec<String> = report
        .sections
        .iter()
        .filter_map(|section| Some(format!("{}: {}", section.title, section.error.as_ref()?)))
        .collect();
    if failed.is_empty() {
        return Verdict::well(&report.verdict.text);
    }
    for failed in &failed {
        app.ui.warn(failed);
    }
    Verdict::incomplete(format!("{} sections without data", failed.len()))
}
