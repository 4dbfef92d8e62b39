//! `tillwatch heartbeat send`.

use crate::app::{App, Failure, Verdict};
use crate::cli::sending::{self, Address};
use crate::config::{Config, nearest};
use crate::ingest::{Heartbeat, store_heartbeats};
use crate::inventory::Inventory;
use crate::metric::{self, Payload};

/// Send a store's heartbeat.
///
/// Goes to POST /api/monitoring/heartbeat of [push] url or --url, and into the own database where neither is given. What
/// cannot be sent now waits in the spool, as metrics do; a repeat changes nothing.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: tillwatch heartbeat send --store 1 --process cashier-app --app-version 1.0.0"
)]
pub(super) struct Args {
    /// Whose; the only store where the configuration has just one.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// The version of its app.
    #[arg(long, value_name = "VERSION")]
    app_version: Option<String>,

    /// Only while a process of this name runs; exit 1 where none does. Linux only.
    #[arg(long, value_name = "NAME")]
    process: Option<String>,

    /// The receiver's base address, instead of [push] url. What it cannot take is not kept.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(super) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let config = sending::config(args.url.is_some(), app)?;
    let store = store(args.store, &Inventory::new(&config)?)?;
    let address = Address::find(args.url.as_deref(), &config.push)?;
    if let Some(address) = address.as_ref().filter(|address| !address.destination.takes_heartbeats()) {
        return Err(Failure::usage(format!("{} takes no heartbeats", address.shown))
            .hint("a heartbeat goes to a receiver of the kind monitoring: name one by --url"));
    }
    if let Some(process) = args.process {
        metric::running(&process)?;
    }
    let heartbeat = Heartbeat::new(store, app.now(), args.app_version);
    let to = address.as_ref().map_or(config.database.path.display().to_string(), |found| found.shown.clone());
    let done = format!("sent a heartbeat of store {} to {to}", heartbeat.store);
    if app.dry_run() {
        app.ui.status(format!("without --commit nothing is sent: {done}"));
        return Ok(Verdict::well("nothing was sent"));
    }
    if let Some(address) = address {
        return address.send(&[Payload::Heartbeat(heartbeat)], &done, &config, app);
    }
    keep(heartbeat, &config, app)?;
    app.ui.status(&done);
    Ok(Verdict::well(done))
}

fn keep(heartbeat: Heartbeat, config: &Config, app: &App) -> Result<(), Failure> {
    let heartbeats = [heartbeat];
    app.database(config)?.write(|session| store_heartbeats(session, &heartbeats, app.clock()).map(drop))?;
    Ok(())
}

/// The store that is named, or the only one.
fn store(named: Option<String>, inventory: &Inventory) -> Result<String, Failure> {
    let known = || inventory.stores.iter().map(|store| store.id.as_str());
    match (named, inventory.stores.as_slice()) {
        (None, [only]) => Ok(only.id.clone()),
        (None, _) => Err(Failure::usage("whose heartbeat?").hint("name the store: --store ID")),
        (Some(id), stores) if stores.is_empty() || inventory.store(&id).is_some() => Ok(id),
        (Some(id), _) => {
            let failure = Failure::usage(format!("no store {id}"));
            Err(match nearest(&id, known()) {
                Some(near) => failure.hint(format!("did you mean {near}?")),
                None => failure.hint(format!("the stores are {}", known().collect::<Vec<_>>().join(", "))),
            })
        }
    }
}
