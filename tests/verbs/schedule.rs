//! `schedule next` and `schedule print`.

use std::process::Command;

use super::support::Place;

const JOBS: &str = r#"
version = 1
[project]
time_zone = "Europe/Moscow"

[[jobs]]
name = "evaluate"
run = "evaluate-alerts"
cron = "* * * * *"

[[jobs]]
name = "weekly"
run = "query --sql \"select 100 % 7 as 'a b'\""
cron = "0 8 * * Mon-Tue"

[[jobs]]
name = "nightly"
run = "heartbeat-check"
cron = "30 2 * * *"
time_zone = "Europe/Berlin"
"#;

fn place(toml: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", toml);
    place
}

#[test]
fn next_lists_each_jobs_times_in_its_own_zone() {
    let ran = place(JOBS).line("schedule next --now 2025-10-25T12:00:00Z --format csv").exits(0);
    insta::assert_snapshot!(ran.stdout, @r"
    at,time_zone,job,run
    2025-10-25T15:01:00+03:00,Europe/Moscow,evaluate,evaluate-alerts
    2025-10-26T02:30:00+02:00,Europe/Berlin,nightly,heartbeat-check
    2025-10-27T08:00:00+03:00,Europe/Moscow,weekly,query --sql select 100 % 7 as 'a b'
    ");
}

#[test]
fn next_shows_as_many_as_asked_of_the_jobs_named() {
    let ran =
        place(JOBS).line("schedule next nightly --count 3 --now 2025-03-29T00:00:00Z --format json").exits(0);
    let times = ran.json()["times"].as_array().unwrap().clone();
    let at: Vec<_> = times.iter().map(|time| time["at"].as_str().unwrap()).collect();
    assert_eq!(at, ["2025-03-29T02:30:00+01:00", "2025-03-30T03:30:00+02:00", "2025-03-31T02:30:00+02:00"]);
}

#[test]
fn next_of_an_unknown_job_is_a_usage_error_that_names_the_known_ones() {
    let ran = place(JOBS).line("schedule next wekly").exits(2);
    assert!(ran.stderr.contains("no job wekly") && ran.stderr.contains("weekly, nightly"), "{}", ran.stderr);
}

#[test]
fn a_crontab_names_zones_and_escapes_for_the_shell_and_for_cron() {
    let place = place(JOBS);
    let ran = place.line("schedule print --as crontab --program /opt/tillwatch").exits(0);
    let text = ran.stdout.replace(&place.root().display().to_string(), "ROOT");
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"

    CRON_TZ=Europe/Moscow
    * * * * * /opt/tillwatch --config ROOT/tillwatch.toml evaluate-alerts
    0 8 * * 1,2 /opt/tillwatch --config ROOT/tillwatch.toml query --sql 'select 100 \% 7 as '\''a b'\'''

    CRON_TZ=Europe/Berlin
    30 2 * * * /opt/tillwatch --config ROOT/tillwatch.toml heartbeat-check
    "#);
}

#[test]
fn seconds_are_no_crontab_line_and_the_error_says_what_to_do() {
    let place = place(&JOBS.replace("* * * * *\"", "*/30 * * * * *\""));
    let ran = place.line("schedule print --as crontab").exits(2);
    assert!(ran.stderr.contains("job evaluate runs by the second"), "{}", ran.stderr);
    assert!(ran.stderr.contains("print for systemd"), "{}", ran.stderr);
    let _ = place.line("schedule print --as systemd").exits(0);
}

#[test]
fn a_job_that_is_no_command_line_is_refused_with_its_line() {
    let place = place(&JOBS.replace("\"heartbeat-check\"", "\"heartbeet-check\""));
    let ran = place.line("schedule print --as systemd").exits(2);
    assert!(
        ran.stderr.contains("tillwatch.toml:18: jobs.2.run: unrecognized subcommand 'heartbeet-check'"),
        "{}",
        ran.stderr
    );
}

#[rstest::rstest]
#[case("0 0 30 2 *", "never comes")]
#[case("* * *", "has 3 fields")]
#[case("0 25 * * *", "\"25\" is no hour")]
fn a_wrong_expression_names_its_line(#[case] cron: &str, #[case] what: &str) {
    let ran = place(&JOBS.replace("30 2 * * *", cron)).line("schedule next").exits(2);
    assert!(
        ran.stderr.contains("tillwatch.toml:19: jobs.2.cron: ") && ran.stderr.contains(what),
        "{}",
        ran.stderr
    );
}

#[test]
fn units_carry_command_zone_and_the_exit_codes_that_are_no_failure() {
    let place = place(JOBS);
    let _ = place
        .line("schedule print --as systemd --program /opt/tillwatch --user watch --output units")
        .exits(0);
    let read = |name: &str| place.read(&format!("units/tillwatch-{name}"));
    let service = read("weekly.service");
    let root = place.root().canonicalize().unwrap().display().to_string();
    for line in [
        &format!(
            "ExecStart=/opt/tillwatch --config {root}/tillwatch.toml query --sql \"select 100 %% 7 as 'a b'\""
        ),
        "SuccessExitStatus=1 4",
        "User=watch",
        &format!("ReadWritePaths={root}"),
    ] {
        assert!(service.lines().any(|found| found == line), "{line}\nin\n{service}");
    }
    assert!(read("weekly.timer").contains("OnCalendar=Mon,Tue *-*-* 08:00:00 Europe/Moscow\n"));
    assert!(read("nightly.timer").contains("OnCalendar=*-*-* 02:30:00 Europe/Berlin\n"));
}

#[test]
#[ignore = "needs systemd; scripts/test runs it"]
fn systemd_accepts_the_units() {
    let place = Place::new();
    let folder = "a shop's 100% \"till\" $HOME";
    place.write(&format!("{folder}/tillwatch.toml"), &JOBS.replace("30 2 * * *", "*/20 30 2 1,15 * Fri"));
    let mut print = place.command(&["schedule", "print", "--as", "systemd", "--output", "../units"]);
    assert!(print.current_dir(place.path(folder)).status().unwrap().success());
    let units: Vec<_> =
        std::fs::read_dir(place.path("units")).unwrap().map(|unit| unit.unwrap().path()).collect();
    assert_eq!(units.len(), 6);
    let verified =
        Command::new("systemd-analyze").arg("verify").arg("--man=no").args(&units).output().unwrap();
    let said = String::from_utf8_lossy(&verified.stderr);
    assert!(verified.status.success() && !said.contains("tillwatch-"), "{said}");
}
