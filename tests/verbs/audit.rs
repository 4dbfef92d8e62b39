//! The audit trail as `audit list` shows it.

use rusqlite::Connection;

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, shop};

const ENTRIES: &str = r#"
INSERT INTO audit (at, actor, action, subject, detail) VALUES
  ('2025-10-24 10:06:00.000', 'ivan', 'ack', 'incident:1', '{"comment":"=1+1"}'),
  ('2025-10-24 10:07:00.000', 'anna', 'severity', 'incident:1', '{"from":"P2","to":"P1"}'),
  ('2025-10-14 10:07:00.000', 'anna', 'silence', 'silence:1', '{}');
"#;

fn place() -> Place {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    Connection::open(place.path("tillwatch.db")).unwrap().execute_batch(ENTRIES).unwrap();
    place
}

fn list(place: &Place, flags: &str) -> String {
    place.line(&format!("--now 2025-10-24T12:00:00Z audit list --format csv {flags}")).exits(0).stdout
}

#[test]
fn the_trail_says_who_did_what_to_what_and_when() {
    let place = place();
    let ran = place.line("--now 2025-10-24T12:00:00Z audit list").exits(0);
    let lines: Vec<Vec<&str>> = ran.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(
        lines,
        [
            vec!["at", "actor", "action", "subject", "detail"],
            vec!["2025-10-24", "10:07:00Z", "anna", "severity", "incident:1", "from:", "P2;", "to:", "P1"],
            vec!["2025-10-24", "10:06:00Z", "ivan", "ack", "incident:1", "comment:", "=1+1"],
        ]
    );
    let json = place.line("--now 2025-10-24T12:00:00Z audit list --format json --action ack").exits(0).json();
    assert_eq!(json["entries"][0]["detail"]["comment"], "=1+1");
}

#[test]
fn the_trail_is_narrowed_by_time_subject_actor_and_action() {
    let place = place();
    let lines = |flags: &str| list(&place, flags).lines().count() - 1;
    assert_eq!(lines(""), 2, "a week, unless another time is asked for");
    assert_eq!(lines("--over 30d"), 3);
    assert_eq!(lines("--over 30d --subject silence:1"), 1);
    assert_eq!(lines("--over 30d --actor anna"), 2);
    assert_eq!(lines("--over 30d --actor anna --action severity"), 1);
    assert_eq!(lines("--actor nobody"), 0);
}
