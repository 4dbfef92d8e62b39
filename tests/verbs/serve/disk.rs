//! A disk that is full: nothing is stored by halves, and when there is room again all goes on.

use std::fs::File;
use std::process::Command;

use serde_json::json;

use super::{Server, rows};
use crate::support::Place;

/// Starts a receiver whose files may not grow beyond so many blocks of 512 bytes.
fn cramped(place: &Place, blocks: u32) -> Command {
    let serve = place.command(&["serve", "--listen", "127.0.0.1:0"]);
    let mut command = Command::new("sh");
    // The shell's own signal for too large a file is left out: the write fails, as on a full disk.
    let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$@\"");
    command.args(["-c", &script, "sh"]).arg(serve.get_program()).args(serve.get_args());
    command.current_dir(place.root()).env_clear();
    command.envs(serve.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_nothing_is_half_stored_and_with_room_again_all_goes_on() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[serve]\nallow_anonymous = true\n");
    let server = Server::run(cramped(&place, 1200));
    let batch = |number: i32| {
        let text = "x".repeat(2000);
        let lines: Vec<String> = (0..10).map(|line| format!("{number}:{line}:{text}")).collect();
        json!({ "store_id": 1, "logs": lines })
    };
    let mut taken = Vec::new();
    let refused = (0..1000)
        .find_map(|number| {
            let answer = server.post("logs", None, &batch(number));
            if answer.status == 200 {
                taken.push(number);
                return None;
            }
            Some((number, answer))
        })
        .expect("the disk becomes full");
    assert!(refused.1.head.contains("\r\nretry-after: 60"), "{}", refused.1.head);
    assert_eq!(refused.1.status, 503, "{}", refused.1.body);
    assert!(!taken.is_empty());
    let raised =
        Command::new("prlimit").args(["--pid", &server.id().to_string(), "--fsize=unlimited"]).status();
    assert!(raised.unwrap().success());
    let _ = server.post("logs", None, &batch(refused.0)).is(200);
    taken.push(refused.0);
    let kept = rows(
        &place,
        "tillwatch-logs.db",
        "SELECT CAST(body AS INTEGER), COUNT(*) FROM logs GROUP BY 1 ORDER BY 1",
    );
    assert_eq!(kept, taken.iter().map(|number| format!("{number}|10")).collect::<Vec<_>>());
    assert_eq!(rows(&place, "tillwatch-logs.db", "PRAGMA integrity_check"), ["ok"]);
}

/// Posts lines until so many were refused.
fn overfill(server: &Server, refusals: usize) {
    let text = "x".repeat(100_000);
    let statuses = (0..1000)
        .map(|number| server.post("logs", None, &json!({ "logs": [format!("{number}:{text}")] })).status);
    assert_eq!(statuses.filter(|status| *status == 503).take(refusals).count(), refusals);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_once_and_where_stderr_is_on_it_too_every_refusal_is_answered() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[serve]\nallow_anonymous = true\n");
    for is_full in [false, true] {
        let name = format!("{is_full}.err");
        let stderr = File::options().create(true).append(true).open(place.path(&name)).unwrap();
        let server = Server::watched(cramped(&place, 1200), stderr, || place.read(&name));
        if is_full {
            // The next line would lie beyond what a file may hold.
            File::options().write(true).open(place.path(&name)).unwrap().set_len(4 << 20).unwrap();
        }
        overfill(&server, 20);
        let said = place.read(&name);
        assert_eq!(said.matches("503 Service Unavailable").count(), usize::from(!is_full), "{said}");
    }
}
