//! `tillwatch metric push`.

use std::io::{self, Read as _};

use jiff::Timestamp;

use crate::app::{App, Exit, Failure, Listing, Verdict};
use crate::cli::sending::{self, Address};
use crate::config::Config;
use crate::db::{Table, Value};
use crate::ingest::{IngestError, Sample};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::metric::{self, LineError, Payload, ProcessError};
use crate::query::{Catalogue, Runner};
use crate::render::plural;
use crate::time::Duration;

/// Push one value, lines from stdin, a query's result, or a program's memory and CPU.
///
/// Goes to the receiver of [push] or --url, a tillwatch, a Pushgateway or a remote write, and into the own database where
/// neither is given. Every name, label and line is checked before anything is sent. What is pushed twice counts once;
/// where one push has two values of one series and instant, the last counts. What the receiver of [push] cannot take now
/// waits in the spool and goes first the next time (exit 3); what it will never take is dropped and named (exit 3). No
/// sample on stdin is a warning (exit 3).
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

    /// Push `app_memory_usage_mb` and `app_cpu_usage_percentage` of the processes that have this name, all together:
    /// resident memory, and the share of one processor over one second. Linux only.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["name", "query"])]
    process: Option<String>,

    /// The length of the query's window; by default what the query says.
    #[arg(long, value_name = "DURATION", requires = "query")]
    over: Option<Duration>,

    /// The receiver's base address, instead of [push] url; `pushgateway+http://…` and `remote_write+http://…` name its kind.
    /// What it cannot take is not kept.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let config = sending::config(args.url.is_some() && args.query.is_none(), app)?;
    let inventory = Inventory::new(&config)?;
    let address = Address::find(args.url.as_deref(), &config.push)?;
    let is_piped = args.name.as_deref() == Some("-");
    let samples = metric::in_order(samples(args, &config, &inventory, app)?);
    let is_empty = is_piped && samples.is_empty();
    if is_empty {
        app.ui.warn("stdin held no sample: did what writes it fail?");
    }
    // What waits in the spool goes all the same.
    let verdict = push(samples, address, &config, &inventory, app)?;
    Ok(if is_empty { Verdict { exit: Exit::Incomplete, ..verdict } } else { verdict })
}

fn push(
    mut samples: Vec<Sample>,
    address: Option<Address>,
    config: &Config,
    inventory: &Inventory,
    app: &App,
) -> Result<Verdict, Failure> {
    if !address.as_ref().is_some_and(|address| address.destination.takes_any_number()) {
        samples = finite(samples, app);
    }
    if app.dry_run() {
        app.ui.listing(&Listing { name: "samples", table: table(&samples) }, app.list_format()?);
        return Ok(Verdict::well("nothing was sent"));
    }
    if let Some(address) = address {
        let done = format!("pushed {} to {}", plural(samples.len(), "sample"), address.shown);
        let payloads = Payload::of_samples(&samples, address.destination.batch());
        return address.send(&payloads, &done, config, app);
    }
    metric::keep(&app.database(config)?, &samples, &inventory.label, app.clock())?;
    let done = format!("pushed {} to {}", plural(samples.len(), "sample"), config.database.path.display());
    app.ui.status(&done);
    Ok(Verdict::well(done))
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
        app.ui.warn(format!("{} left out: NaN and infinities cannot be sent there", plural(left, "sample")));
    }
    samples
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
