//! `tillwatch demo`: it runs to its end, and its data comes out the same each time.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::support::Place;

#[test]
fn the_demonstration_runs_to_its_end_and_again_with_the_same_data() {
    let place = Place::new();
    let ran = place.line("demo shop").exits(0);
    assert!(ran.stdout.contains("Try next"), "{}", ran.stdout);
    let first = rows(&place.path("shop/backend.db"));
    let _ = place.line("demo shop").exits(0);
    assert!(first == rows(&place.path("shop/backend.db")), "the data differs");
    assert!(first.len() > 200_000, "{} rows", first.len());
}

/// Every row of every table, in order.
fn rows(path: &Path) -> Vec<Vec<Value>> {
    let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut names =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(!names.is_empty());
    names.iter().flat_map(|name| table(&database, name)).collect()
}

fn table(database: &Connection, name: &str) -> Vec<Vec<Value>> {
    let mut select = database.prepare(&format!("SELECT * FROM {name} ORDER BY id")).unwrap();
    let width = select.column_count();
    let read = |row: &rusqlite::Row<'_>| (0..width).map(|column| row.get(column)).collect();
    select.query_map([], read).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_folder_with_something_else_in_it_is_refused_and_left_alone() {
    let place = Place::new();
    place.write("mine/letter.txt", "mine");
    let ran = place.line("demo mine").exits(2);
    assert!(ran.stderr.contains("mine is not empty"), "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(place.path("mine")).unwrap().count(), 1);
}
