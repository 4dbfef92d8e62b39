//! `tillwatch tokens create`.

use serde_json::json;

use crate::app::{App, Failure, Format, Verdict};
use crate::config::nearest;
use crate::inventory::Inventory;
use crate::time::Duration;
use crate::token::{NewToken, Scope, create};

/// Make a token and print it, this once.
///
/// A running `serve` knows it within seconds. What is kept is a hash: a token that is lost is revoked, and another made.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch tokens create --scope ingest --store 1 --name \"till 1\" --expires 365d"
)]
pub(super) struct Args {
    /// What it is good for.
    #[arg(long, value_enum)]
    scope: Scope,

    /// The only store that it may send for; without one it sends for all.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// What it is for, in your words.
    #[arg(long, value_name = "TEXT", default_value = "")]
    name: String,

    /// For how long it is good; until it is revoked where absent.
    #[arg(long, value_name = "DURATION")]
    expires: Option<Duration>,

    /// Who makes it.
    #[arg(long, value_name = "NAME", env = "USER")]
    by: String,
}

pub(super) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Table, Format::Json])?;
    let (config, now) = (app.config()?, app.now());
    if app.dry_run() {
        return Err(Failure::usage("a token is made in the present: leave --now out, or add --commit"));
    }
    if let Some(store) = &args.store {
        sends_for(store, args.scope, &Inventory::new(&config)?)?;
    }
    let far = |_| Failure::usage("--expires lies beyond the end of time");
    let expires = args.expires.map(|time| now.checked_add(time.signed())).transpose().map_err(far)?;
    let new = NewToken { name: args.name, scope: args.scope, store: args.store, expires };
    let (id, token) = app.database(&config)?.write(|session| create(session, &new, &args.by, now))?;
    if format == Format::Json {
        app.ui.json(json!({ "id": id, "token": token }));
    } else {
        app.ui.data(&token);
    }
    app.ui.status(format!("token {id}; it is not shown again"));
    Ok(Verdict::well(format!("token {id} made")))
}

/// Refuses a store that is unknown, or given to a token that does not send.
fn sends_for(store: &str, scope: Scope, inventory: &Inventory) -> Result<(), Failure> {
    if scope != Scope::Ingest {
        return Err(Failure::usage(
            "--store goes with --scope ingest: who reads or operates does so for all",
        ));
    }
    if inventory.stores.is_empty() || inventory.store(store).is_some() {
        return Ok(());
    }
    let failure = Failure::usage(format!("store {store} is not in the inventory"));
    Err(match nearest(store, inventory.stores.iter().map(|store| store.id.as_str())) {
        Some(name) => failure.hint(format!("did you mean {name}?")),
        None => failure.hint("[[stores]] in tillwatch.toml lists them"),
    })
}
