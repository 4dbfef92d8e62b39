//! `config schema`.

use serde_json::Value;

use super::support::Place;

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&Place::new().line("config schema").exits(0).json()).unwrap()
}

fn document(toml: &str) -> Value {
    serde_json::to_value(toml.parse::<toml::Table>().unwrap()).unwrap()
}

#[test]
fn the_schema_accepts_what_init_writes() {
    let place = Place::new();
    let _ = place.line("init cashier").exits(0);
    let document = document(&place.read("tillwatch.toml"));
    let errors: Vec<_> =
        schema().iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[rstest::rstest]
#[case("version = 1\n[project]\ntime_zon = \"UTC\"")]
#[case("version = 1\n[[jobs]]\nname = \"a\"\nrun = \"check\"\nsron = \"* * * * *\"")]
#[case("version = 1\n[sources.backend]\npath = \"x\"\ntimestamps = \"epoch\"")]
#[case("version = 2")]
#[case("[project]\nname = \"no version\"")]
fn the_schema_refuses_what_the_program_refuses(#[case] toml: &str) {
    assert!(!schema().is_valid(&document(toml)));
    let place = Place::new();
    place.write("tillwatch.toml", toml);
    let _ = place.line("schedule next").exits(2);
}
