//! `tillwatch dashboard render`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::{App, Failure, Verdict, with_own_databases};
use crate::dashboard::{BAR, Builder, Definition, Frame, STORE, STYLE, Shelf, Site, beside};
use crate::query::Runner;
use crate::render::{Templates, plural};

/// Write every dashboard, and a page for each store, as files.
///
/// The pages link to each other and need no server, no script and no sign-in: what is in them, anybody sees who has the
/// files. The same --now gives the same bytes. Exits 3 if a source could not be read; the page says so, and the rest is
/// there.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch dashboard render public/")]
pub(super) struct Args {
    /// The folder to write to; files of the same names are replaced.
    dir: PathBuf,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let project = app.project_that_works()?;
    let folder = project.config.resolve("templates".as_ref());
    let (shelf, templates) = (Shelf::load(&folder, &project.catalogue)?, app.templates(&project.config)?);
    if let Some(problem) = shelf.problems().next() {
        let failure = Failure::usage(problem.to_string());
        return Err(failure.hint("`tillwatch check` lists every problem of the project"));
    }
    // Who has recorded nothing yet sees pages that say so.
    let stand_in =
        tempfile::tempdir().map_err(|error| Failure::incomplete(format!("temporary folder: {error}")))?;
    let config = &with_own_databases(&project.config, stand_in.path())?;
    let database = app.existing_database(config)?;
    let (inventory, catalogue) = (&project.inventory, &project.catalogue);
    let runner = Runner::new(config, inventory, app.now());
    let builder = Builder::new(config, inventory, catalogue, &runner, &database, (Site::Files, app.now()))?;
    let mut written =
        Written { dir: &args.dir, shelf: &shelf, builder, templates, pages: 0, failed: Vec::new() };
    for (name, dashboard) in shelf.pages() {
        written.page(&Site::Files.page(name), name, dashboard, None)?;
    }
    let of_store = shelf.get(STORE)?;
    for store in &inventory.stores {
        written.page(&Site::Files.store(&store.id), STORE, of_store, Some(&store.id))?;
    }
    for name in [STYLE, BAR] {
        write(&args.dir.join(name), &beside(&folder, name)?)?;
    }
    app.ui.status(format!("wrote {} to {}", plural(written.pages, "page"), args.dir.display()));
    written.failed.sort();
    written.failed.dedup();
    written.failed.iter().for_each(|failed| app.ui.warn(failed));
    match written.failed.len() {
        0 => Ok(Verdict::well(plural(written.pages, "page"))),
        failed => Ok(Verdict::incomplete(format!("{} without data", plural(failed, "panel")))),
    }
}

/// What is written.
struct Written<'a> {
    dir: &'a Path,
    shelf: &'a Shelf,
    builder: Builder<'a>,
    templates: Templates,
    pages: usize,
    failed: Vec<String>,
}

impl Written<'_> {
    fn page(
        &mut self,
        address: &str,
        name: &str,
        dashboard: &Definition,
        store: Option<&str>,
    ) -> Result<(), Failure> {
        let made = self.builder.make(name, dashboard, store, &self.templates)?;
        let frame = Frame::at(Site::Files, address, self.shelf);
        let body = made.body(&frame.root, false, &self.templates)?;
        write(&self.dir.join(address), &made.document(&frame, &body, &self.templates)?)?;
        self.failed.extend(made.failed());
        self.pages += 1;
        Ok(())
    }
}

/// Writes a file, folders included.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    made.map_err(|error| Failure::incomplete(format!("cannot write {}: {error}", path.display())))
}
