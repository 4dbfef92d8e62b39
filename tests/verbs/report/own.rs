//! Reports of the project itself: listed, made, scheduled and checked, by a file and no more.

use super::{CONFIG, NOW, project, report};
use crate::support::Place;

const BRANCH: &str = "title = \"Branch report\"\nperiod = \"month\"\ntime_zone = \"Asia/Yekaterinburg\"\n\
    schedule = \"0 7 1 * *\"\n[[sections]]\nname = \"t\"\ntitle = \"Sales\"\nquery = \"report_transactions\"\ncompare = true\n\
    columns = [{ name = \"total\", title = \"Total\", unit = \"count\" }]\n";

fn with_branch() -> Place {
    let place = project();
    place.write("templates/reports/branch.toml", BRANCH);
    place
}

#[test]
fn a_file_is_a_report_and_the_list_says_where_each_comes_from() {
    let place = with_branch();
    place.write("templates/reports/daily.toml", &BRANCH.replace("month", "day").replace("schedule", "# "));
    insta::assert_snapshot!(place.line("report list --format csv").exits(0).stdout, @r"
    name,title,period,schedule,file
    branch,Branch report,month,0 7 1 * *,templates/reports/branch.toml
    daily,Branch report,day,,templates/reports/daily.toml
    monthly,Monthly report,month,,shipped
    weekly,Weekly report,week,,shipped
    ");
    let made = report(&place, "branch --date 2025-10-02");
    let window = "From 2025-10-01 00:00 to 2025-10-24 17:30 (Asia/Yekaterinburg), so far";
    assert!(made.contains(window) && made.contains(" a month before"), "{made}");
}

#[test]
fn a_shipped_report_is_shown_as_what_one_of_your_own_may_begin_with() {
    let place = project();
    let shown = place.line("report show daily").exits(0).stdout;
    place.write("templates/reports/mine.toml", &shown);
    let own = report(&place, "mine").replace("report mine", "report daily");
    assert_eq!(own, report(&place, "daily"));
}

#[test]
fn a_name_that_there_is_not_is_answered_by_those_that_there_are() {
    let ran = with_branch().line(&format!("report brunch --now {NOW}")).exits(2);
    assert!(
        ran.stderr.contains("no report brunch: there are branch, daily, monthly, weekly"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_month_is_the_last_full_one_and_its_days_are_as_many() {
    let json = super::json(&project(), "monthly");
    assert_eq!(
        (json["since"].as_str(), json["until"].as_str()),
        (Some("2025-08-31T21:00:00Z"), Some("2025-09-30T21:00:00Z"))
    );
    assert_eq!(super::rows(&json, "days").len(), 30);
}

#[test]
fn a_report_with_a_schedule_is_a_job_that_sends_it() {
    let place = with_branch();
    insta::assert_snapshot!(place.line(&format!("schedule next --now {NOW} --format csv")).exits(0).stdout, @r"
    at,time_zone,job,run
    2025-11-01T07:00:00+05:00,Asia/Yekaterinburg,report-branch,report branch --send
    ");
    let crontab = place.line("schedule print --as crontab --program /bin/tillwatch").exits(0).stdout;
    assert!(crontab.contains("0 7 1 * *") && crontab.contains("report branch --send"), "{crontab}");
    let job = "[[jobs]]\nname = \"b\"\nrun = \"report branch --send\"\ncron = \"0 8 1 * *\"\n";
    place.write("tillwatch.toml", &format!("{CONFIG}{job}"));
    let ran = place.line("schedule next").exits(2);
    assert!(
        ran.stderr.contains("branch.toml") && ran.stderr.contains("the job b sends it already"),
        "{}",
        ran.stderr
    );
}

#[rstest::rstest]
#[case("0 7 1 * *", "every morning", "templates/reports/branch.toml: schedule: ")]
#[case("Asia/Yekaterinburg", "Mars", "templates/reports/branch.toml: ")]
#[case("schedule", "notify = [{ pager = [\"nobody\"] }]\nschedule", "notify: there is no [channels.pager]")]
#[case("query = \"report_transactions\"", "query = \"sold\"", "branch.toml:5: section t: no query sold")]
#[case(
    "name = \"total\"",
    "name = \"totl\"",
    "branch.toml:5: section t: there is no column totl: there are "
)]
#[case("unit = \"count\"", "unit = \"cnt\"", "branch.toml:10: `cnt` is no unit: there are number, count, ")]
#[case(
    "unit = \"count\"",
    "unit = \"count\", target = \"=> 9\"",
    "branch.toml:10: `=> 9` is no target: write"
)]
#[case(
    "compare = true",
    "rows_are_news = true",
    "branch.toml:5: section t: rows_are_news needs a column severity"
)]
#[case("compare = true", "freshness = true", "branch.toml:5: section t: freshness needs a column data")]
#[case("compare = true", "days = 0", "branch.toml:5: section t: days is 1 or more")]
#[case("compare = true", "days = 2\nover = \"3d\"", "branch.toml:5: section t: days and over both say")]
#[case("name = \"t\"", "name = \"a b\"", "branch.toml:5: section a b: a name has letters")]
#[case(
    "[{ name = \"total\", title = \"Total\", unit = \"count\" }]",
    "[]",
    "branch.toml:5: section t: columns are missing"
)]
#[case(
    "unit = \"count\"",
    "unit = \"text\", target = \"> 1\"",
    "branch.toml:5: section t: column total has a target"
)]
fn check_reads_the_reports_of_the_project(#[case] from: &str, #[case] to: &str, #[case] said: &str) {
    let place = project();
    place.write("templates/reports/branch.toml", &BRANCH.replacen(from, to, 1));
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn open_shows_the_page_in_the_browser_that_is_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = project();
    let browser = place.path("browser");
    place.write("browser", "#!/bin/sh\ncp \"$1\" seen.html\necho \"$1\" >path.txt\n");
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    let open = |options: &[&str]| {
        let mut command = place.command(&["report", "daily", "--now", NOW, "--open"]);
        command.args(options).env("BROWSER", &browser).env("TMPDIR", place.root());
        let ran = crate::support::Ran::from(command.output().unwrap()).exits(0);
        assert_eq!(ran.stdout, "");
        place.read("seen.html")
    };
    assert_eq!(open(&[]), report(&place, "daily --format html"));
    let _ = open(&["--format", "html", "--output", "kept.html"]);
    assert_eq!(place.read("path.txt").trim(), "kept.html");
    std::fs::remove_file(&browser).unwrap();
    let mut command = place.command(&["report", "daily", "--now", NOW, "--open"]);
    let ran = crate::support::Ran::from(command.env("BROWSER", &browser).output().unwrap()).exits(3);
    assert!(ran.stderr.contains("does not open"), "{}", ran.stderr);
}
