//! `tillwatch heartbeat-check`.

use serde_json::json;

use crate::app::{App, Exit, Failure, Format, Listing, Perf, Verdict, records};
use crate::config::nearest;
use crate::db::{Table, Value};
use crate::heartbeat::{self, AGE, Check, Receiver, SILENCE, Status, StoreHeartbeat, Thresholds};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};
use crate::render::plural;

/// Tell which stores are up by their heartbeats.
///
/// An open store is late after 3 minutes without a heartbeat and overdue after 5, by [inventory] late and overdue. The
/// age counts from its last heartbeat, from opening, or from the receiver's return, whichever came last. Exits 1 where
/// an open store is overdue or was never seen, or where the receiver itself is out.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch heartbeat-check --store 3")]
pub(crate) struct Args {
    /// Only this store; repeat for more.
    #[arg(long = "store", value_name = "ID")]
    stores: Vec<String>,
}

pub(crate) fn run(Args { stores }: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let mut inventory = Inventory::new(&config)?;
    select(&mut inventory, &stores)?;
    let queries = config.resolve("queries".as_ref());
    let (age, silence) = (Catalogue::one(&queries, AGE)?, Catalogue::one(&queries, SILENCE)?);
    let database = app.existing_database(&config)?;
    let thresholds = Thresholds { late: config.inventory.late, overdue: config.inventory.overdue };
    let runner = Runner::new(&config, &inventory, app.now());
    let runner = if app.is_live() { runner.of_what_is() } else { runner };
    let check = heartbeat::check(&runner, (&age, &silence), &inventory, thresholds, app.now())?;
    print(app, format, &check);
    let verdict = verdict(&check, thresholds);
    app.record_run(&database, "heartbeat-check", verdict.exit)?;
    Ok(verdict)
}

/// Leaves the stores asked for, or all where none is.
fn select(inventory: &mut Inventory, asked: &[String]) -> Result<(), Failure> {
    if inventory.stores.is_empty() {
        return Err(Failure::usage("the inventory has no store").hint("add a [[stores]] entry for each"));
    }
    if let Some(unknown) = asked.iter().find(|id| inventory.store(id).is_none()) {
        let known = inventory.stores.iter().map(|store| store.id.as_str());
        let failure = Failure::usage(format!("no store {unknown}"));
        return Err(match nearest(unknown, known.clone()) {
            Some(id) => failure.hint(format!("did you mean {id}?")),
            None => failure.hint(format!("the stores are {}", known.collect::<Vec<_>>().join(", "))),
        });
    }
    inventory.stores.retain(|store| asked.is_empty() || asked.contains(&store.id));
    Ok(())
}

fn print(app: &App, format: Format, check: &Check) {
    let table = table(&check.stores);
    if let Receiver::Out { seconds } = check.receiver {
        app.ui.warn(receiver_out(seconds));
    }
    if check.stores.iter().all(|store| store.last_received == Value::Null) {
        app.ui.warn("no heartbeat has ever been received: does `tillwatch serve` run, and do the apps know its address?");
    }
    if format == Format::Json {
        let silence = match check.receiver {
            Receiver::Up => None,
            Receiver::Out { seconds } => Some(seconds),
        };
        let receiver =
            json!({ "status": if silence.is_some() { "out" } else { "up" }, "out_seconds": silence });
        app.ui.json(json!({ "receiver": receiver, "stores": records(&table) }));
    } else {
        app.ui.listing(&Listing { name: "stores", table }, format);
    }
}

fn table(stores: &[StoreHeartbeat]) -> Table {
    let columns = ["store_id", "name", "status", "age_seconds", "last_received", "app_version"];
    let row = |store: &StoreHeartbeat| {
        let (received, version) = (store.last_received.clone(), store.app_version.clone());
        let [id, name, status] = [&store.id, &store.name, store.status.word()].map(Value::from);
        vec![id, name, status, store.age.into(), received, version]
    };
    Table { columns: columns.map(str::to_owned).to_vec(), rows: stores.iter().map(row).collect() }
}

fn receiver_out(seconds: f64) -> String {
    format!(
        "the receiver of heartbeats has been out for {seconds:.0} s: no store is to blame for its silence"
    )
}

fn verdict(check: &Check, thresholds: Thresholds) -> Verdict {
    let count = |status: Status| check.stores.iter().filter(|store| store.status == status).count();
    let words =
        [Status::Overdue, Status::NeverSeen, Status::Unknown, Status::Late, Status::Up, Status::Closed];
    let counts: Vec<String> = words
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", count(status), status.word()))
        .collect();
    let mut summary = format!("{}: {}", plural(check.stores.len(), "store"), counts.join(", "));
    let mut exit = Exit::Well;
    if check.stores.iter().any(|store| store.status.is_critical()) {
        exit = Exit::Unwell;
    }
    if let Receiver::Out { seconds } = check.receiver {
        (exit, summary) = (Exit::Unwell, format!("{}; {summary}", receiver_out(seconds)));
    }
    let perf = |store: &StoreHeartbeat| {
        let (warning, critical) = (thresholds.late.as_secs_f64(), thresholds.overdue.as_secs_f64());
        let label = format!("age_{}", store.id);
        let limits = (Some(warning), Some(critical));
        store.age.map(|value| Perf { label, value, unit: "s", warning: limits.0, critical: limits.1 })
    };
    let perf = check.stores.iter().filter_map(perf).collect();
    let warning = exit == Exit::Well && count(Status::Late) > 0;
    Verdict { exit, warning, summary, perf }
}
