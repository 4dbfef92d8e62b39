//! Sources that somebody else owns: read by a user who may write neither file nor folder.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use rstest::rstest;
use rusqlite::Connection;

use crate::support::{Place, Ran};

/// What becomes of the backend's writer before the query runs.
#[derive(Clone, Copy, Debug)]
enum Writer {
    Live,
    /// It closed the database: no log lies beside it.
    Stopped,
    /// It died and the machine was started anew: rows are still in the log, and its index is gone.
    Died,
}

/// A backend in WAL mode, owned by root, in a folder where nobody else may write.
fn backend(place: &Place) -> Connection {
    fs::set_permissions(place.root(), Permissions::from_mode(0o755)).unwrap();
    fs::create_dir(place.path("theirs")).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_tillwatch"), place.path("tillwatch")).unwrap();
    let connection = Connection::open(place.path("theirs/backend.db")).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
        .unwrap();
    place.write("tillwatch.toml", "version = 1\n[sources.backend]\npath = \"theirs/backend.db\"\n");
    connection
}

fn as_nobody(place: &Place) -> Ran {
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(place.path("tillwatch"));
    command.args([
        "query",
        "--source",
        "backend",
        "--format",
        "csv",
        "--sql",
        "SELECT sum(x) AS value FROM t",
    ]);
    Ran::from(command.current_dir(place.root()).output().unwrap())
}

#[rstest]
#[case(Writer::Live)]
#[case(Writer::Stopped)]
#[case(Writer::Died)]
#[ignore = "needs root, to become another user; scripts/test runs it"]
fn a_wal_database_of_another_user_is_read_whatever_its_writer_does(#[case] writer: Writer) {
    let place = Place::new();
    let connection = backend(&place);
    let file = |name: &str| place.path(&format!("theirs/{name}"));
    let _live = match writer {
        Writer::Live => Some(connection),
        Writer::Stopped => {
            connection.close().unwrap();
            assert!(!file("backend.db-wal").exists());
            None
        }
        Writer::Died => {
            let log = fs::read(file("backend.db-wal")).unwrap();
            let data = fs::read(file("backend.db")).unwrap();
            connection.close().unwrap();
            fs::write(file("backend.db"), data).unwrap();
            fs::write(file("backend.db-wal"), log).unwrap();
            None
        }
    };
    let before: Vec<_> =
        fs::read_dir(place.path("theirs")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(as_nobody(&place).exits(0).stdout, "value\n3\n", "{writer:?}");
    let after: Vec<_> =
        fs::read_dir(place.path("theirs")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(before, after, "nothing is written there");
}
