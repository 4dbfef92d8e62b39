//! `tillwatch metric spool`.

use crate::app::{App, Failure, Listing, Verdict};
use crate::cli::sending::Address;
use crate::db::DbError;
use crate::metric;
use crate::render::plural;

/// See, send or drop what could not be pushed yet.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(List),
    Flush(Flush),
    Drop(DropArgs),
}

/// List what waits, oldest first: a line for what one request carries.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch metric spool list --format json")]
struct List {}

/// Send what waits to the receiver of [push] now, which every push does first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch metric spool flush")]
struct Flush {}

/// Drop what waits, unsent.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch metric spool drop --all")]
struct DropArgs {
    /// What `metric spool list` calls it.
    #[arg(required_unless_present = "all")]
    ids: Vec<i64>,

    /// Drop everything.
    #[arg(long, conflicts_with = "ids")]
    all: bool,
}

pub(super) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::List(List {}) => list(app),
        // As of another instant nothing is sent or dropped.
        Command::Flush(_) | Command::Drop(_) if app.dry_run() => list(app),
        Command::Flush(Flush {}) => flush(app),
        Command::Drop(args) => discard(&args, app),
    }
}

fn list(app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let table = app.existing_database(&app.config()?)?.read(|session| metric::spooled(session))?;
    let count = table.rows.len();
    app.ui.listing(&Listing { name: "waiting_payloads", table }, format);
    Ok(Verdict::well(format!("{count} wait")))
}

fn flush(app: &App) -> Result<Verdict, Failure> {
    let config = app.config()?;
    let address = Address::find(None, &config.push)?
        .ok_or_else(|| Failure::usage("[push] names no receiver").hint("set url in [push]"))?;
    let database = app.database(&config)?;
    address.flush(&database, &config, app)
}

fn discard(args: &DropArgs, app: &App) -> Result<Verdict, Failure> {
    let database = app.database(&app.config()?)?;
    let dropped = database.write(|session| {
        let ids = if args.all { metric::spooled_ids(session)? } else { args.ids.clone() };
        ids.iter().try_fold(0, |dropped, id| {
            let samples = metric::remove_spooled(session, *id)?;
            Ok(dropped + samples.ok_or_else(|| DbError::Refused(format!("nothing waits as {id}")))?)
        })
    });
    let dropped = dropped.map_err(|error| match error {
        DbError::Refused(reason) => Failure::usage(reason).hint("`tillwatch metric spool list` lists them"),
        other => other.into(),
    })?;
    let done = format!("dropped {}", plural(dropped, "sample"));
    app.ui.status(&done);
    Ok(Verdict::well(done))
}
