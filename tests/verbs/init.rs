//! `tillwatch init`: a project that is complete, and never at the cost of what was there.

use crate::support::Place;

#[test]
fn a_project_has_its_configuration_and_a_folder_for_each_kind_of_definition() {
    let place = Place::new();
    let ran = place.line("init cashier shop").exits(0);
    for file in
        ["tillwatch.toml", "backend.sql", "queries/README.md", "rules/README.md", "templates/README.md"]
    {
        assert!(place.path("shop").join(file).is_file(), "{file}");
        assert!(ran.stdout.contains(&format!("shop/{file}")), "{}", ran.stdout);
    }
    assert!(place.read("shop/tillwatch.toml").contains("name = \"Алмаз\""));
    assert_eq!(
        ran.stderr.lines().filter(|line| line.starts_with("  tillwatch ")).count(),
        3,
        "{}",
        ran.stderr
    );
}

#[test]
fn nothing_is_overwritten_and_nothing_is_left_half_done() {
    let place = Place::new();
    place.write("rules/README.md", "mine");
    let ran = place.line("init cashier").exits(2);
    assert!(ran.stderr.contains("rules/README.md is there already"), "{}", ran.stderr);
    assert_eq!(place.read("rules/README.md"), "mine");
    assert!(!place.path("tillwatch.toml").exists());
}

#[test]
fn a_misspelt_profile_is_met_with_the_nearest() {
    let place = Place::new();
    let ran = place.line("init casheir").exits(2);
    assert!(ran.stderr.contains("did you mean cashier?"), "{}", ran.stderr);
    assert!(!place.path("tillwatch.toml").exists());
}

#[test]
fn without_a_profile_they_are_listed() {
    let ran = Place::new().line("init --format json").exits(0);
    assert_eq!(ran.json()["profiles"][0]["profile"], "cashier");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let place = Place::new();
    place.write("file", "");
    let ran = place.line("init cashier file/below").exits(3);
    assert!(ran.stderr.contains("file/below"), "{}", ran.stderr);
}
