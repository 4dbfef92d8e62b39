//! The demonstration's folder: an empty one, or an earlier demonstration's, and all that is written into it.

use std::path::Path;
use std::{fs, io};

use super::{Ports, app_logs, backend, own, project};
use crate::config::Profile;
use crate::db::DbError;

/// Tells a folder that a demonstration made from any other.
const MARK: &str = ".tillwatch-demo";

/// Where the stand-ins put the messages they get.
pub(crate) const OUTBOX: &str = "outbox";

/// Why there can be no demonstration.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    #[error("{0} is not empty, and no earlier demonstration made it")]
    Occupied(String),
    #[error("{path}: {error}")]
    Io { path: String, error: io::Error },
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("there is no cashier profile")]
    NoProfile,
}

/// Makes the folder, or empties it of what an earlier demonstration wrote.
pub(crate) fn prepare(folder: &Path) -> Result<(), DemoError> {
    let io = |error| DemoError::Io { path: folder.display().to_string(), error };
    fs::create_dir_all(folder).map_err(io)?;
    let is_empty = fs::read_dir(folder).map_err(io)?.next().is_none();
    if !is_empty && !folder.join(MARK).is_file() {
        return Err(DemoError::Occupied(folder.display().to_string()));
    }
    if !is_empty {
        clear(folder).map_err(io)?;
    }
    fs::write(folder.join(MARK), "Made by `tillwatch demo`, which empties this folder when it runs again.\n")
        .map_err(io)
}

fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.is_symlink() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
    }
    Ok(())
}

/// Writes the project, its logs and its history.
pub(crate) fn write_project(folder: &Path, ports: Ports) -> Result<(), DemoError> {
    let io = |error| DemoError::Io { path: folder.display().to_string(), error };
    let profile = Profile::find("cashier").ok_or(DemoError::NoProfile)?;
    let schema = profile.file("backend.sql").ok_or(DemoError::NoProfile)?;
    project::write(folder, profile, ports).map_err(io)?;
    app_logs::write(folder).map_err(io)?;
    backend::create(&folder.join("backend.db"), schema)?;
    Ok(own::fill(&folder.join("tillwatch.db"))?)
}
