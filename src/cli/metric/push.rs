//! `tillwatch metric push`.

use std::io::{self, Read as _};

use jiff::Timestamp;

use crate::app::{App, Exit, Failure, Listing, Verdict};
use crate::config::{self, CONFIG_FILE, Config, ConfigError};
use crate::db::{Table, Value};
use crate::ingest::{IngestError, Sample};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::metric::{self, LineError, ProcessError, Receiver, Unsent};
use crate::net;
use crate::query::{Catalogue, Runner};
use crate::render::plural;
use crate::time::Duration;

/// How many of what was not sent are named.
const NAMED: usize = 5;

/// Push one value, lines from stdin, a query's result, or a program's memory and CPU.
///
/// Goes to POST /api/monitoring/metric of [push] url or --url, and into the own database where neither is given. Every
/// name, label and line is checked before anything is sent. What is pushed twice counts once; where one push has two
/// values of one series and instant, the last counts.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples: tillwatch metric push qr_scan_response_time_ms 234 -l store_id=1
          tillwatch metric push --query transaction_success_rate_percentage --over 10m
          tillwatch metric push --process cashier-app -l store_id=1
          echo '{\"metric_name\": \"queue_length\", \"value\": 3}' | tillwatch metric push -
          curl --silent http://127.0.0.1:3001/metrics | tillwatch metric push -")]
pub(crate) struct Args {
    /// The metric's name; `-` reads stdin: JSON lines, each as the endpoint takes it, or Prometheus' text format.
    #[arg(required_unless_present_any = ["query", "process"])]
    name: Option<String>,

    /// Its value.
    #[arg(allow_negative_numbers = true)]
    value: Option<f64>,

    /// A label of the value, or of the program; repeat for more.
    #[arg(short, long = "label", value_name = "KEY=VALUE", conflicts_with = "query", value_parser = pair)]
    labels: Vec<(String, String)>,

    /// When the value was measured; now where absent.
    #[arg(long, value_name = "RFC3339", requires = "value")]
    at: Option<Timestamp>,

    /// Push the values that a query of the catalogue has now.
    #[arg(long, value_name = "NAME", conflicts_with = "name")]
    query: Option<String>,

    /// Push app_memory_usage_mb and app_cpu_usage_percentage of the processes that have this name, all together:
    /// resident memory, and the share of one processor over one second. Linux only.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["name", "query"])]
    process: Option<String>,

    /// The length of the query's window; by default what the query says.
    #[arg(long, value_name = "DURATION", requires = "query")]
    over: Option<Duration>,

    /// The receiver's base address, instead of [push] url.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let config = config(&args, app)?;
    let inventory = Inventory::new(&config)?;
    let url = args.url.clone().or_else(|| config.push.url.clone());
    let samples = finite(metric::in_order(samples(args, &config, &inventory, app)?), app);
    if app.dry_run() {
        app.ui.listing(&Listing { name: "samples", table: table(&samples) }, app.list_format()?);
        return Ok(Verdict::well("nothing was sent"));
    }
    let destination = if let Some(url) = url {
        send(&url, &config, &samples)?;
        net::redact_url(&url)
    } else {
        metric::keep(&app.database(&config)?, &samples, &inventory.label, app.clock())?;
        config.database.path.display().to_string()
    };
    let done = format!("pushed {} to {destination}", plural(samples.len(), "sample"));
    app.ui.status(&done);
    Ok(Verdict::well(done))
}

/// The project's configuration. A push to --url needs none.
fn config(args: &Args, app: &App) -> Result<Config, Failure> {
    match app.read_config() {
        Err(ConfigError::Absent { .. }) if args.url.is_some() && args.query.is_none() => {
            Ok(config::parse("version = 1", CONFIG_FILE.as_ref())?)
        }
        config => Ok(config?),
    }
}

fn samples(args: Args, config: &Config, inventory: &Inventory, app: &App) -> Result<Vec<Sample>, Failure> {
    let Args { name, value, labels, at, query, process, over, .. } = args;
    let labels = labels.into_iter().collect::<Labels>();
    if let Some(query) = query {
        return queried(&query, over, config, inventory, app);
    }
    if let Some(process) = process {
        return Ok(metric::of_process(metric::usage(&process)?, &labels, inventory, app.now())?);
    }
    match (name.as_deref(), value) {
        (Some("-"), None) if labels == Labels::default() => lines(inventory, app.now()),
        (Some("-"), None) => Err(Failure::usage("lines carry their own labels").hint("leave --label out")),
        (Some(name), Some(value)) => {
            Ok(vec![Sample::new(name, labels, value, at.unwrap_or(app.now()), inventory)?])
        }
        (name, _) => Err(Failure::usage(format!("{} has no value", name.unwrap_or("it")))
            .hint("write `metric push NAME VALUE`, or `metric push -` for lines from stdin")),
    }
}

fn queried(
    name: &str,
    over: Option<Duration>,
    config: &Config,
    inventory: &Inventory,
    app: &App,
) -> Result<Vec<Sample>, Failure> {
    let (catalogue, _) = Catalogue::load(&config.resolve("queries".as_ref()));
    let query = catalogue.get(name)?;
    let runner = Runner::new(config, inventory, app.now());
    let result = runner.run(query, runner.window(query, over), &[])?;
    let empty = result.series.iter().filter(|series| series.value.is_none()).count();
    if empty > 0 {
        app.ui.status(format!("{empty} instances of {name} have no data, and nothing to push"));
    }
    Ok(metric::of_query(query, result, inventory, app.now())?)
}

fn lines(inventory: &Inventory, now: Timestamp) -> Result<Vec<Sample>, Failure> {
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text).map_err(|error| Failure::incomplete(format!("stdin: {error}")))?;
    metric::read_any(&text, inventory, now).map_err(|errors| {
        let all: Vec<String> = errors.iter().map(LineError::to_string).collect();
        Failure::usage(all.join("\n")).hint("nothing was sent; put the lines right and push them all")
    })
}

/// What every receiver takes: NaN and the infinities of a text are left out, and that is said.
fn finite(mut samples: Vec<Sample>, app: &App) -> Vec<Sample> {
    let before = samples.len();
    samples.retain(|sample| sample.value.is_finite());
    let left = before - samples.len();
    if left > 0 {
        app.ui.warn(format!(
            "{left} samples are NaN or infinite, which cannot be sent there: they are left out"
        ));
    }
    samples
}

fn send(url: &str, config: &Config, samples: &[Sample]) -> Result<(), Failure> {
    let token = config.push.token.as_ref().map(|secret| secret.read(&config.folder)).transpose()?;
    let shown = net::redact_url(url);
    let receiver = Receiver::new(url, token).map_err(|error| Failure::usage(format!("{shown}: {error}")))?;
    let timeout = config.push.timeout.unwrap_or(Duration::from_secs(10));
    let client = net::http_client(timeout, None).map_err(|error| Failure::incomplete(error.to_string()))?;
    let runtime = net::runtime().map_err(|error| Failure::incomplete(error.to_string()))?;
    runtime.block_on(receiver.send(&client, samples)).map_err(|Unsent { sent, reason }| {
        let unsent = &samples[sent..];
        let count = format!("{} of {} samples were not sent:", unsent.len(), samples.len());
        let mut told = vec![format!("{shown}: {reason}"), count];
        told.extend(unsent.iter().take(NAMED).map(line));
        if unsent.len() > NAMED {
            told.push(format!("  and {} more", unsent.len() - NAMED));
        }
        Failure::incomplete(told.join("\n")).hint("push them all again: what has arrived counts once")
    })
}

fn line(sample: &Sample) -> String {
    format!("  {}{} {} {}", sample.name, sample.labels, sample.value, sample.at)
}

fn table(samples: &[Sample]) -> Table {
    let columns = ["metric_name", "labels", "value", "timestamp"].map(str::to_owned).to_vec();
    let row = |sample: &Sample| {
        let (name, labels) = (sample.name.as_str().into(), sample.labels.to_string().into());
        vec![name, labels, Value::Real(sample.value), sample.at.into()]
    };
    Table { columns, rows: samples.iter().map(row).collect() }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write KEY=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

impl From<IngestError> for Failure {
    fn from(error: IngestError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<ProcessError> for Failure {
    fn from(error: ProcessError) -> Self {
        match error {
            ProcessError::NoProc => Self::incomplete(error.to_string()),
            ProcessError::None(_) => Self::new(Exit::Unwell, error.to_string())
                .hint("`ps -e` lists names; a process' own name and its command's both count"),
        }
    }
}
