//! `tillwatch logs ship`.

use std::thread;

use super::progress::Watched;
use super::{entries, receiver};
use crate::app::{App, Exit, Failure, Format, Listing, RunLock, Verdict};
use crate::config::{Config, ReceiverKind, ShipConfig};
use crate::db::{Database, Table, Value};
use crate::logs::{self, FileReport, Nowhere, Options, Progress, Shipped, StartAt};
use crate::net;
use crate::time::Duration;

const COLUMNS: [&str; 12] = [
    "entry", "file", "state", "lines", "bytes", "batches", "cut", "replaced", "redacted", "dropped",
    "refused", "held",
];

/// The columns from here on are left out of the table where all is zero.
const SELDOM: usize = 6;

/// Send what is new in log files to their receivers, once each line.
///
/// Files are known again by what they are, not by their names, so rotation loses and repeats nothing. A last line
/// without its line break is held until it has one. Passwords, tokens, card and telephone numbers and addresses do not
/// leave. What a receiver refuses for good is kept in ENTRY.deadletter.jsonl beside the database (exit 1); a receiver
/// that cannot take lines now ends the entry's run, and the next run goes on from there (exit 3). Lines for a receiver of
/// the kind `stdout` take the place of the table.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs ship cashier-app --dry-run")]
pub(crate) struct Args {
    /// The [[ship]] entries; all of them where none is named.
    #[arg(value_name = "ENTRY")]
    entries: Vec<String>,
    /// Show what would go, and send and keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Where to begin in files that were never seen.
    #[arg(long, value_enum, default_value_t, value_name = "WHERE")]
    from: StartAt,
    /// Begin at once, whatever [[ship]] splay says.
    #[arg(long)]
    no_splay: bool,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let chosen = entries::chosen(&config, &args.entries)?;
    let ready: Vec<_> = chosen
        .iter()
        .map(|entry| Ok((*entry, entries::ready(&config, entry)?)))
        .collect::<Result<_, Failure>>()?;
    let options = Options { start_at: args.from, dry: args.dry_run || app.dry_run(), now: app.now() };
    // The checkpoint moves after each batch.
    let database = app.database(&config)?.hurried()?;
    if !(args.no_splay || options.dry) {
        wait_in_turn(app, &chosen);
    }
    let mut totals = Totals::default();
    for (settings, entry) in &ready {
        let outcome = one(&config, settings, entry, &database, options, app);
        totals.add(&entry.name, outcome, app);
        if totals.interrupted {
            break;
        }
    }
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows: totals.rows() };
    let table = if format == Format::Table { brief(&table) } else { table };
    if options.dry || !chosen.iter().any(|entry| entry.kind == ReceiverKind::Stdout) {
        app.ui.listing(&Listing { name: "files", table }, format);
    }
    if !options.dry {
        app.record_run(&database, "logs ship", totals.exit)?;
    }
    Ok(totals.verdict(options.dry))
}

/// One entry, under its lock.
fn one(
    config: &Config,
    settings: &ShipConfig,
    entry: &logs::Entry,
    database: &Database,
    options: Options,
    app: &App,
) -> Result<Shipped, Failure> {
    let _lock = RunLock::take(&config.resolve(&config.database.path), &format!("ship:{}", entry.name))?;
    let sink = if options.dry {
        Box::new(Nowhere(receiver::limits(settings)?))
    } else {
        receiver::sink(app, config, settings)?
    };
    let lag = || {
        let files = logs::status(database, &entry.name, &entry.patterns, entry.encoding, options.now);
        files.map_or(0, |files| files.iter().filter(|file| file.state != "gone").map(Progress::lag).sum())
    };
    let sink = Watched { sink: sink.as_ref(), bar: app.ui.progress(&entry.name, lag) };
    Ok(logs::ship(database, entry, &sink, options)?)
}

/// Waits for this host's own moment, unless somebody watches.
fn wait_in_turn(app: &App, entries: &[&ShipConfig]) {
    let longest = entries.iter().map(|entry| entry.splay).max().unwrap_or_default();
    let wait = logs::splay(&net::host_name(), longest);
    if wait > Duration::ZERO && !app.ui.is_watched() {
        app.ui.status(format!("waiting {wait} (splay); --no-splay begins at once"));
        thread::sleep(wait.std());
    }
}

/// The table for people, without the counts of what seldom happens where it did not happen.
fn brief(table: &Table) -> Table {
    let happened = |column: &usize| table.rows.iter().any(|row| row[*column].as_i64() != Some(0));
    let shown: Vec<usize> =
        (0..COLUMNS.len()).filter(|column| *column < SELDOM || happened(column)).collect();
    let columns = shown.iter().map(|column| table.columns[*column].clone()).collect();
    let row = |row: &Vec<Value>| shown.iter().map(|column| row[*column].clone()).collect();
    Table { columns, rows: table.rows.iter().map(row).collect() }
}

/// All entries together.
struct Totals {
    files: Vec<(String, FileReport)>,
    exit: Exit,
    interrupted: bool,
}

impl Default for Totals {
    fn default() -> Self {
        Self { files: Vec::new(), exit: Exit::Well, interrupted: false }
    }
}

impl Totals {
    /// Other entries go on whatever became of one.
    fn add(&mut self, entry: &str, outcome: Result<Shipped, Failure>, app: &App) {
        let exit = match outcome {
            Ok(shipped) => self.take(entry, shipped, app),
            Err(failure) => {
                app.ui.warn(format!("{entry}: {}", failure.message));
                failure.hint.inspect(|hint| app.ui.status(format!("hint: {hint}")));
                failure.exit
            }
        };
        self.exit = worse(self.exit, exit);
    }

    fn take(&mut self, entry: &str, shipped: Shipped, app: &App) -> Exit {
        shipped.warnings.iter().for_each(|warning| app.ui.warn(format!("{entry}: {warning}")));
        if shipped.files.is_empty() && shipped.stopped.is_none() {
            app.ui.warn(format!("{entry}: no file to ship; see [[ship]] paths"));
        }
        if let Some(reason) = &shipped.stopped {
            app.ui.warn(format!("{entry}: stopped: {reason}; the next run goes on from there"));
        }
        self.interrupted = shipped.interrupted;
        let refused = shipped.files.iter().any(|file| file.refused > 0);
        let incomplete = shipped.stopped.is_some() || shipped.unreadable > 0;
        self.files.extend(shipped.files.into_iter().map(|file| (entry.to_owned(), file)));
        if incomplete {
            Exit::Incomplete
        } else if refused {
            Exit::Unwell
        } else {
            Exit::Well
        }
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let count = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
        let row = |(entry, file): &(String, FileReport)| {
            let texts = [entry.as_str(), &file.path, file.state].map(Value::from);
            let counts = [
                file.lines,
                file.bytes,
                file.batches,
                file.cut,
                file.replaced,
                file.redacted,
                file.dropped,
                file.refused,
                file.held,
            ];
            texts.into_iter().chain(counts.map(count)).collect()
        };
        self.files.iter().map(row).collect()
    }

    fn verdict(&self, dry: bool) -> Verdict {
        let lines: u64 = self.files.iter().map(|(_, file)| file.lines).sum();
        let verb = if dry { "to ship" } else { "shipped" };
        Verdict { exit: self.exit, ..Verdict::well(format!("{lines} lines {verb}")) }
    }
}

/// Not completed outweighs held, held outweighs not well.
fn worse(one: Exit, other: Exit) -> Exit {
    let weight = |exit: Exit| match exit {
        Exit::Well => 0,
        Exit::Unwell => 1,
        Exit::Held => 2,
        Exit::Incomplete => 3,
        Exit::Usage => 4,
    };
    if weight(other) > weight(one) { other } else { one }
}
