//! What goes wrong around the program: a clear error, the documented exit code, and nothing stored or queued is lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rusqlite::Connection;

use crate::support::hook::Hook;
use crate::support::shop::{RULES, evaluate, sell, shop};
use crate::support::{Place, Ran};

const BEFORE: &str = "2025-10-24T10:00:30Z";
const NOW: &str = "2025-10-24T10:05:00Z";
const LATER: &str = "2025-10-24T10:09:00Z";

/// A shop whose alert fires, with its two messages told.
fn firing(hook: &Hook) -> Place {
    let place = shop(hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, BEFORE).exits(1);
    assert_eq!(hook.requests().len(), 2);
    place
}

fn own(place: &Place) -> Connection {
    Connection::open(place.path("tillwatch.db")).unwrap()
}

/// One number of the own database.
fn number(place: &Place, sql: &str) -> i64 {
    own(place).query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The alert still fires, its messages are still told, and the file is whole.
fn nothing_is_lost(place: &Place) {
    assert_eq!(number(place, "SELECT count(*) FROM alert WHERE state = 'firing'"), 1);
    assert_eq!(number(place, "SELECT count(*) FROM outbox WHERE state = 'sent'"), 2);
    let check: String = own(place).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

#[rstest::rstest]
#[case("evaluate-alerts")]
#[case("heartbeat-check")]
#[case("probe")]
#[case("query list")]
#[case("schedule next")]
#[case("alerts list")]
fn a_misspelt_key_stops_every_verb_before_it_does_anything(#[case] line: &str) {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[database]\npaht = \"x.db\"\n");
    let ran = place.line(line).exits(2);
    assert!(ran.stderr.contains("tillwatch.toml:3: unknown field `paht`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean path?"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(place.root()).unwrap().count(), 1, "nothing was made");
}

/// Rules and queries that are wrong beside one that is right.
#[rstest::rstest]
#[case::a_query_that_is_not_there("missing", None, "no query missing")]
#[case::a_query_that_writes(
    "bad",
    Some("-- source: backend\nDELETE FROM cashier_transactions"),
    "may only select"
)]
#[case::a_query_that_runs_forever(
    "bad",
    Some(
        "-- source: backend\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS value FROM n"
    ),
    "gave up after 200ms"
)]
#[case::text_where_a_number_belongs("bad", Some("SELECT 'many' AS value"), "\"many\" where a number belongs")]
#[case::a_source_that_is_not_there("bad", Some("-- source: gone\nSELECT 1 AS value"), "no database at")]
fn a_rule_in_trouble_is_told_and_holds_up_no_other(
    #[case] query: &str,
    #[case] sql: Option<&str>,
    #[case] said: &str,
) {
    let hook = Hook::start();
    let place = firing(&hook);
    let config = place
        .read("tillwatch.toml")
        .replace("path = \"backend.db\"", "path = \"backend.db\"\ntimeout = \"200ms\"");
    place.write("tillwatch.toml", &(config + "[sources.gone]\npath = \"gone.db\"\n"));
    if let Some(sql) = sql {
        place.write("queries/bad.sql", sql);
    }
    let bad = format!(
        "      - {{ alert: Bad, severity: P1, query: {query}, when: value > 0, notify: [{{ sms: [lead] }}] }}\n"
    );
    place.write("rules/shop.yaml", &(RULES.trim_end().to_owned() + "\n" + &bad));

    let ran = evaluate(&place, NOW).exits(3);
    assert!(ran.stderr.contains("rule Bad: ") && ran.stderr.contains(said), "{}", ran.stderr);
    assert!(number(&place, "SELECT count(*) FROM alert WHERE rule = 'SuccessLow' AND state = 'firing'") == 1);
    let sales = Connection::open(place.path("backend.db")).unwrap();
    let sales: i64 =
        sales.query_row("SELECT count(*) FROM cashier_transactions", [], |row| row.get(0)).unwrap();
    assert_eq!(sales, 10, "the source is as it was");
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_was() {
    let hook = Hook::start();
    let place = firing(&hook);
    own(&place).pragma_update(None, "user_version", 999).unwrap();
    let ran = evaluate(&place, NOW).exits(3);
    assert!(ran.stderr.contains("schema version 999"), "{}", ran.stderr);
    assert!(ran.stderr.contains("run the tillwatch that wrote it"), "{}", ran.stderr);
    nothing_is_lost(&place);
}

#[test]
fn a_file_that_is_no_database_of_ours_is_refused_and_left_as_it_was() {
    let hook = Hook::start();
    let place = shop(&hook);
    fs::copy(place.path("backend.db"), place.path("tillwatch.db")).unwrap();
    let before = fs::read(place.path("tillwatch.db")).unwrap();
    let ran = evaluate(&place, NOW).exits(3);
    assert!(ran.stderr.contains("is not a tillwatch database"), "{}", ran.stderr);
    assert!(fs::read(place.path("tillwatch.db")).unwrap() == before);
}

#[test]
fn a_damaged_database_is_said_to_be_damaged() {
    let hook = Hook::start();
    let place = firing(&hook);
    own(&place).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let mut bytes = fs::read(place.path("tillwatch.db")).unwrap();
    bytes[4096..].fill(0x5a);
    fs::write(place.path("tillwatch.db"), &bytes).unwrap();
    let ran = evaluate(&place, NOW).exits(3);
    assert!(ran.stderr.contains("is damaged") && ran.stderr.contains("restore a backup"), "{}", ran.stderr);
}

#[test]
fn an_absent_database_is_said_where_one_is_only_read_and_made_where_one_is_written() {
    let hook = Hook::start();
    let place = shop(&hook);
    let ran = place.line("alerts list").exits(3);
    assert!(
        ran.stderr.contains("no database at") && ran.stderr.contains("on the first run"),
        "{}",
        ran.stderr
    );
    assert!(!place.path("tillwatch.db").exists());
    let _ = evaluate(&place, NOW).exits(0);
    let _ = place.line("alerts list").exits(0);
}

#[test]
fn a_locked_database_gives_up_after_a_while_and_the_next_run_does_the_work() {
    let hook = Hook::start();
    let place = firing(&hook);
    let holder = own(&place);
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let ran = evaluate(&place, NOW).exits(3);
    assert!(ran.stderr.contains("stayed locked by another process"), "{}", ran.stderr);
    drop(holder);
    nothing_is_lost(&place);
    let _ = evaluate(&place, LATER).exits(1);
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[database]\npath = \"absent/tillwatch.db\"\n");
    place.write("rules/a.yaml", RULES);
    let ran = place.line("evaluate-alerts").exits(3);
    assert!(
        ran.stderr.contains("absent/tillwatch.db") && ran.stderr.contains("folder exists"),
        "{}",
        ran.stderr
    );
}

/// A shell line in the project's folder, with `$TILLWATCH` and `$NOW`.
fn shell(place: &Place, line: &str) -> Ran {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(place.root());
    command.env("TILLWATCH", env!("CARGO_BIN_EXE_tillwatch")).env("NOW", NOW);
    Ran::from(command.output().unwrap())
}

#[test]
fn a_write_that_the_system_refuses_halfway_loses_nothing() {
    let hook = Hook::start();
    let place = firing(&hook);
    own(&place).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    sell(&place, "2025-10-24 10:04:00", 6);
    // A file may grow to 8 blocks of 512 bytes: no write-ahead log fits. The signal that says so is ignored.
    let ran =
        shell(&place, "trap '' XFSZ; ulimit -f 8; exec \"$TILLWATCH\" --now $NOW --commit evaluate-alerts")
            .exits(3);
    assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    nothing_is_lost(&place);
    let _ = evaluate(&place, LATER).exits(1);
}

#[test]
#[ignore = "needs a mount namespace; scripts/test runs it"]
fn a_full_disk_is_named_and_loses_nothing() {
    let hook = Hook::start();
    let place = firing(&hook);
    let script = "set -e; mkdir disk; mount -t tmpfs -o size=1m full disk
        cp -r tillwatch.toml queries rules backend.db tillwatch.db* disk; cd disk
        dd if=/dev/zero of=filler bs=1k 2>/dev/null || true
        code=0; \"$TILLWATCH\" --now $NOW --commit evaluate-alerts >&2 || code=$?
        cp tillwatch.db* ..; exit $code";
    place.write("full.sh", script);
    let ran = shell(&place, "unshare --user --map-root-user --mount sh full.sh").exits(3);
    assert!(ran.stderr.contains("the disk that holds") && ran.stderr.contains("is full"), "{}", ran.stderr);
    assert!(ran.stderr.contains("free space"), "{}", ran.stderr);
    nothing_is_lost(&place);
    let _ = evaluate(&place, LATER).exits(1);
}

#[rstest::rstest]
#[case("--help")]
#[case("query list")]
#[case("schedule next --count 2000")]
#[case("config schema")]
#[case("check")]
fn a_reader_that_has_gone_is_no_error(#[case] line: &str) {
    let place = Place::new();
    let job = "[[jobs]]\nname = \"a\"\nrun = \"probe\"\ncron = \"* * * * *\"\n";
    place.write("tillwatch.toml", &format!("version = 1\n{job}"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = place.command(&line.split(' ').collect::<Vec<_>>());
    let ran = Ran::from(command.stdout(writer).stderr(Stdio::piped()).output().unwrap()).exits(0);
    assert!(!ran.stderr.contains("panicked") && !ran.stderr.contains("error"), "{}", ran.stderr);
}

#[test]
fn nobody_to_tell_is_no_error_either() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = place.command(&["query", "nothing"]).stderr(writer).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

/// Waits until a file is there.
fn await_file(path: &Path) {
    while !path.exists() {
        std::thread::yield_now();
    }
}

#[test]
fn ctrl_c_ends_a_run_at_once_and_the_next_one_does_its_work() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    // The rule's query never ends, so the run stands in its midst when it is stopped.
    let forever = "-- source: backend\n-- labels: [store_id]\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
                   SELECT 3 AS store_id, 10 AS total, count(*) AS value FROM n";
    let good = place.read("queries/success.sql");
    place.write("queries/success.sql", forever);
    // A job in a shell's background ignores Ctrl-C, and its children with it, unless they are told otherwise.
    let mut child = Command::new("env")
        .args([
            "--default-signal=INT",
            env!("CARGO_BIN_EXE_tillwatch"),
            "--now",
            NOW,
            "--commit",
            "evaluate-alerts",
        ])
        .current_dir(place.root())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    await_file(&place.path("tillwatch.db.evaluate.lock"));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), None, "ended by the signal");
    place.write("queries/success.sql", &good);
    let _ = evaluate(&place, LATER).exits(1);
    nothing_is_lost(&place);
    assert_eq!(hook.requests().len(), 2);
}

#[test]
fn a_full_disk_behind_stdout_is_said() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n");
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = Ran::from(place.command(&["query", "list"]).stdout(full).output().unwrap()).exits(3);
    assert!(ran.stderr.contains("error: stdout: No space left on device"), "{}", ran.stderr);
}
