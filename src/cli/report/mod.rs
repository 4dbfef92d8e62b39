//! `tillwatch report`.

mod send;

use std::path::{Path, PathBuf};
use std::{env, fs};

use jiff::civil::Date;

use crate::app::{App, Failure, Format, Project, Verdict, csv_text, json_text, printable};
use crate::render::Templates;
use crate::report::{Builder, Definition, Form, Glyphs, Report, Request, csv_table, render};

/// Render the daily or the weekly report, and mail it.
///
/// What a report contains is templates/reports/NAME.toml, how it looks the templates beside it; a file of the project
/// takes the place of the shipped one. The same --now gives the same bytes. Bad news is data: it does not change the
/// exit code. Exits 3 if a source could not be read; the section says why, and the rest is there.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch report daily --format html --output daily.html")]
pub(crate) struct Args {
    #[command(subcommand)]
    which: Which,
}

#[derive(Debug, clap::Subcommand)]
enum Which {
    Daily(Daily),
    Weekly(Weekly),
}

/// Today so far, or one day: transactions, stores, errors, customers, latency, incidents, uptime.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch report daily --date 2025-10-24 --store 3")]
struct Daily {
    /// The day; by default today so far.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    #[command(flatten)]
    common: Common,
}

/// Seven days: four weeks of transactions, stores, customers, revenue, reliability.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch report weekly --send")]
struct Weekly {
    /// The last of its seven days; by default yesterday, so that all are full.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, clap::Args)]
struct Common {
    /// One store only.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// Write to a file and print nothing.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Mail it to the recipients of [report] instead of printing it.
    #[arg(long)]
    send: bool,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let (name, date, common) = match args.which {
        Which::Daily(Daily { date, common }) => ("daily", date, common),
        Which::Weekly(Weekly { date, common }) => ("weekly", date, common),
    };
    let format = app.format(&[Format::Text, Format::Markdown, Format::Html, Format::Csv, Format::Json])?;
    let project = app.project()?;
    let templates = app.templates(&project.config)?;
    let request = Request { name: name.into(), date, store: common.store };
    let report = build(app, &project, &request)?;
    if let Some(path) = &common.output {
        write(path, &rendered(&report, format, &templates)?)?;
        app.ui.status(format!("wrote {}", path.display()));
    }
    if common.send {
        send::send(app, &project, &report, &templates)?;
    }
    if common.output.is_none() && !common.send {
        app.ui.data(&rendered(&report, format, &templates)?);
    }
    Ok(verdict(app, &report))
}

fn build(app: &App, project: &Project, request: &Request) -> Result<Report, Failure> {
    let Project { config, inventory, catalogue } = project;
    let definition = Definition::load(&config.resolve("templates".as_ref()), &request.name)?;
    let runner = project.runner(app);
    let builder = Builder { config, inventory, catalogue, runner: &runner, now: app.now() };
    Ok(builder.build(&definition, request)?)
}

fn rendered(report: &Report, format: Format, templates: &Templates) -> Result<String, Failure> {
    Ok(match format {
        Format::Json => json_text(serde_json::to_value(report).unwrap_or_default()),
        Format::Csv => csv_text(&csv_table(report)),
        Format::Html => render(report, Form::Html, templates)?,
        Format::Markdown => printable(&render(report, Form::Markdown, templates)?),
        _ => printable(&render(report, Form::Text(glyphs()), templates)?),
    })
}

/// Bars by the locale, as POSIX reads it.
fn glyphs() -> Glyphs {
    let set = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
    Glyphs::for_locale(["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set).as_deref())
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
