//! `tillwatch logs ingest`.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::logs::stored::{Import, ImportError, Imported, Input};
use crate::render::plural;

const COLUMNS: [&str; 6] = ["file", "lines", "new", "untimed", "cut", "replaced"];

/// Put log lines into the own logs database, as `serve` does with what it is sent.
///
/// Each line goes in once, however often its file is read, under whatever name, and though it has grown. A line without
/// a time stands where it is read. Nothing is redacted: that is done where lines leave a machine.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tillwatch logs ingest /var/log/loyalty-backend/*.log\n  \
                        zcat app.log.1.gz | tillwatch logs ingest - --store 3")]
pub(crate) struct Args {
    /// Files of JSON lines or plain text; `-` is stdin.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// The store whose lines they are; it outweighs their own.
    #[arg(long, value_name = "ID")]
    store: Option<String>,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let inputs: Vec<_> =
        args.files.iter().map(|name| Ok((name, input(name)?))).collect::<Result<_, Failure>>()?;
    let logs = app.logs_database(&config)?;
    let import = Import { store: args.store.as_deref(), dry: app.dry_run(), now: app.now() };
    let (mut rows, mut total) = (Vec::new(), 0);
    for (name, input) in inputs {
        let imported = import.run(&logs, input).map_err(|error| match error {
            ImportError::Read(error) => Failure::incomplete(format!("read {name}: {error}"))
                .hint("what was read is stored; run again, and the rest is added"),
            ImportError::Database(error) => error.into(),
        })?;
        total += imported.new;
        rows.push(row(name, imported));
    }
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "files", table }, format);
    Ok(Verdict::well(format!("{} stored", plural(total, "line"))))
}

fn input(name: &str) -> Result<Input<Box<dyn BufRead>>, Failure> {
    if name == "-" {
        return Ok(Input { identity: String::new(), reader: Box::new(BufReader::new(io::stdin())) });
    }
    let unreadable = |error: io::Error| Failure::usage(format!("read {name}: {error}"));
    let file = File::open(name).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(Failure::usage(format!("{name} is a folder")).hint("name its files: FOLDER/*.log"));
    }
    let identity = identity(Path::new(name), &file).map_err(unreadable)?;
    Ok(Input { identity, reader: Box::new(BufReader::with_capacity(1 << 16, file)) })
}

/// What a file is known by: rotation changes its name and not its number.
#[cfg(unix)]
fn identity(_: &Path, file: &File) -> io::Result<String> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = file.metadata()?;
    Ok(format!("{:x}:{:x}", metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path, _: &File) -> io::Result<String> {
    Ok(path.canonicalize()?.display().to_string())
}

fn row(name: &str, imported: Imported) -> Vec<Value> {
    let Imported { lines, new, untimed, cut, replaced } = imported;
    let count = |number: usize| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
    [Value::from(name)].into_iter().chain([lines, new, untimed, cut, replaced].map(count)).collect()
}
