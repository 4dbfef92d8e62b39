//! `tillwatch baseline`.

use serde_json::json;

use crate::app::{App, Exit, Failure, Format, Listing, Project, Verdict};
use crate::baseline::{Known, Refreshed, known, refresh};
use crate::config::nearest;
use crate::db::{DbError, Table, Value};
use crate::render::plural;

/// Learn what is usual, hour by hour of the week, and look at it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Refresh(RefreshArgs),
    Show(ShowArgs),
}

/// Learn every baseline anew from what was recorded.
///
/// For each metric of `[baselines.METRIC]`, each series and each hour of the week in the project's zone: the median of the
/// samples of the last weeks, and their median absolute deviation. The closed dates of stores and the times of incidents
/// are left out. Hours of which too few weeks were recorded are learning, and have no numbers yet.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch baseline refresh")]
struct RefreshArgs {}

/// Show what is usual for a metric.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch baseline show transaction_volume_per_hour --store 1")]
struct ShowArgs {
    /// One of [baselines].
    metric: String,

    /// Only this store.
    #[arg(long, value_name = "ID")]
    store: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    match args.verb {
        Verb::Refresh(RefreshArgs {}) => run_refresh(app, format),
        Verb::Show(args) => run_show(&args, app, format),
    }
}

fn run_refresh(app: &App, format: Format) -> Result<Verdict, Failure> {
    let Project { config, inventory, .. } = app.project()?;
    if config.baselines.is_empty() {
        return Err(
            Failure::usage("there are no baselines").hint("add a [baselines.METRIC] to tillwatch.toml")
        );
    }
    let zone = crate::time::zone(&config.project.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let database = app.database(&config)?;
    let mut all = Vec::new();
    let written = database.write(|session| {
        all = refresh(session, &config, &inventory, &zone, app.now())?;
        // A dry run learns within a transaction that is undone.
        if app.dry_run() { Err(DbError::Refused(String::new())) } else { Ok(()) }
    });
    match written {
        Err(DbError::Refused(_)) if app.dry_run() => {}
        other => other?,
    }
    for Refreshed { metric, .. } in all.iter().filter(|refreshed| refreshed.series == 0) {
        app.ui.warn(format!("{metric} was never recorded: keep it by `record: {metric}` in a rule file"));
    }
    if format == Format::Json {
        app.ui.json(json!({ "baselines": all }));
    } else {
        app.ui.listing(&Listing { name: "baselines", table: refreshed_table(&all) }, format);
    }
    app.record_run(&database, "baseline", Exit::Well)?;
    Ok(Verdict::well(plural(all.len(), "baseline")))
}

fn refreshed_table(all: &[Refreshed]) -> Table {
    let count = |count: usize| Value::from(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |Refreshed { metric, series, hours, learning }: &Refreshed| -> Vec<Value> {
        vec![metric.as_str().into(), count(*series), count(*hours), count(*learning)]
    };
    let columns = ["metric", "series", "hours", "learning"].map(str::to_owned).to_vec();
    Table { columns, rows: all.iter().map(row).collect() }
}

fn run_show(args: &ShowArgs, app: &App, format: Format) -> Result<Verdict, Failure> {
    let Project { config, inventory, .. } = app.project()?;
    if !config.baselines.contains_key(&args.metric) {
        let failure = Failure::usage(format!("there is no [baselines.{}]", args.metric));
        return Err(match nearest(&args.metric, config.baselines.keys().map(String::as_str)) {
            Some(name) => failure.hint(format!("did you mean {name}?")),
            None => failure.hint("add it to tillwatch.toml, then `tillwatch baseline refresh`"),
        });
    }
    if let Some(id) = args.store.as_ref().filter(|id| inventory.store(id).is_none()) {
        return Err(Failure::usage(format!("no store {id}")).hint("[[stores]] in tillwatch.toml lists them"));
    }
    let database = app.existing_database(&config)?;
    let all = database.read(|session| known(session, &args.metric, args.store.as_deref(), app.now()))?;
    if all.is_empty() {
        app.ui.status("nothing is known yet: `tillwatch baseline refresh` learns from what was recorded");
    }
    if format == Format::Json {
        let hours: Vec<_> = all.iter().map(to_json).collect();
        app.ui.json(json!({ "metric": args.metric, "time_zone": config.project.time_zone, "hours": hours }));
    } else {
        app.ui.listing(&Listing { name: "hours", table: known_table(&all) }, format);
    }
    Ok(Verdict::well(plural(all.len(), "hour")))
}

fn to_json(known: &Known) -> serde_json::Value {
    json!({
        "labels": known.labels,
        "hour_of_week": known.hour_of_week,
        "hour": hour(known.hour_of_week),
        "median": known.median,
        "spread": known.spread,
        "weeks": known.weeks,
        "state": state(known),
    })
}

fn known_table(all: &[Known]) -> Table {
    let row = |known: &Known| -> Vec<Value> {
        vec![
            known.labels.to_string().into(),
            hour(known.hour_of_week).into(),
            known.median.into(),
            known.spread.into(),
            known.weeks.into(),
            state(known).into(),
        ]
    };
    let columns = ["labels", "hour", "median", "spread", "weeks", "state"].map(str::to_owned).to_vec();
    Table { columns, rows: all.iter().map(row).collect() }
}

fn state(known: &Known) -> &'static str {
    if known.median.is_some() { "known" } else { "learning" }
}

/// `Mon 09:00`.
fn hour(of_week: i64) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = usize::try_from(of_week / 24).ok().and_then(|day| DAYS.get(day)).unwrap_or(&"?");
    format!("{day} {:02}:00", of_week % 24)
}
