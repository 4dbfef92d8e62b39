//! Man pages and completions.

use super::support::Place;

#[test]
fn pages_and_completions_come_from_the_command_line_itself() {
    let place = Place::new();
    let _ = place.line("generate man man").exits(0);
    let _ = place.line("generate completions completions").exits(0);
    assert!(place.read("man/tillwatch-schedule-next.1").contains("next times of each job"));
    for file in ["tillwatch.bash", "_tillwatch", "tillwatch.fish", "_tillwatch.ps1"] {
        assert!(place.read(&format!("completions/{file}")).contains("evaluate-alerts"), "{file}");
    }
}
