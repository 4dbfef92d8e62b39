//! `tillwatch logs deadletter`.

mod drop;
mod list;
mod retry;
mod show;

use std::path::Path;

use super::entries;
use crate::app::{App, Failure, Verdict};
use crate::config::{Config, ShipConfig};
use crate::logs::{DeadLetter, DeadLetters};

/// Look at the lines that a receiver refused for good, send them once more or drop them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Show(show::Args),
    Retry(retry::Args),
    Drop(drop::Args),
}

pub(super) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Show(args) => show::run(&args, app),
        Verb::Retry(args) => retry::run(&args, app),
        Verb::Drop(args) => drop::run(&args, app),
    }
}

/// Which dead letters a command line means.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// Ids, as `logs deadletter list` prints them; their beginning is enough.
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    /// All of this [[ship]] entry.
    #[arg(long, value_name = "ENTRY")]
    entry: Option<String>,

    /// All of them.
    #[arg(long)]
    all: bool,
}

impl Which {
    /// The entries to look through, each with the letters that are meant; an id that means none or two is an error.
    fn find<'c>(&self, config: &'c Config) -> Result<Vec<(&'c ShipConfig, Vec<DeadLetter>)>, Failure> {
        let names: Vec<String> = self.entry.iter().cloned().collect();
        let mut found = Vec::new();
        for entry in entries::chosen(config, &names)? {
            let mut letters = read(&entries::dead_letters(config, entry))?.letters;
            letters
                .retain(|letter| self.ids.is_empty() || self.ids.iter().any(|id| letter.id.starts_with(id)));
            found.push((entry, letters));
        }
        for id in &self.ids {
            let meant = || found.iter().flat_map(|(_, letters)| letters).filter(|it| it.id.starts_with(id));
            match meant().count() {
                1 => {}
                0 => return Err(none(id)),
                many => {
                    return Err(Failure::usage(format!(
                        "{many} dead letters have an id that begins with {id}"
                    ))
                    .hint("write more of it"));
                }
            }
        }
        found.retain(|(_, letters)| !letters.is_empty());
        Ok(found)
    }
}

fn none(id: &str) -> Failure {
    Failure::usage(format!("no dead letter has the id {id}"))
        .hint("`tillwatch logs deadletter list` lists them")
}

fn read(path: &Path) -> Result<DeadLetters, Failure> {
    DeadLetters::read(path)
        .map_err(|error| Failure::incomplete(format!("dead letters {}: {error}", path.display())))
}

/// `1 line`, `2 lines`.
fn lines(count: usize) -> String {
    format!("{count} line{}", if count == 1 { "" } else { "s" })
}
