//! `tillwatch dashboard`: what is listed, what is written, and what is refused.

use rusqlite::Connection;

use crate::query::{BACKEND, fill};
use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, sell, shop};

const NOW: &str = "2025-10-24T12:30:00Z";

/// A project with these stores, a backend without rows and an own database without any.
pub(crate) fn empty(stores: &str) -> Place {
    let place = Place::new();
    let config = "version = 1\n[project]\nname = \"Кассы\"\n[sources.backend]\npath = \"backend.db\"\n";
    place.write("tillwatch.toml", &format!("{config}{stores}"));
    fill(&place.path("backend.db"), &[BACKEND]);
    // The database is made before it is found that there are no rules.
    let _ = place.line("evaluate-alerts").exits(2);
    place
}

fn store(id: &str, name: &str) -> String {
    format!("[[stores]]\nid = {id:?}\nname = {name:?}\n")
}

fn render(place: &Place) {
    let ran = place.line(&format!("dashboard render out --now {NOW}")).exits(0);
    assert!(ran.stderr.starts_with("wrote "), "{}", ran.stderr);
}

/// The text of a panel without its markup, blanks squeezed.
#[track_caller]
pub(crate) fn panel(html: &str, name: &str) -> String {
    let (_, rest) =
        html.split_once(&format!("id=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {html}"));
    let inner = rest.split("</section>").next().unwrap().split_once('>').unwrap().1;
    let text = regex::Regex::new("<svg.*?</svg>|<[^>]*>")
        .unwrap()
        .replace_all(&inner.replace('\n', " "), " ")
        .into_owned();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_shipped_ones_are_listed_with_their_pages_and_one_of_the_project_stands_beside_them() {
    let place = empty("");
    let listed = place.line("dashboard list --format json").exits(0).json();
    let pages: Vec<_> = listed["dashboards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row["name"].as_str().unwrap(),
                row["page"].as_str().unwrap(),
                row["refresh"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(pages, ["daily /daily 5m", "operations / 30s", "store /stores/ID 30s", "weekly /weekly 1h"]);
    place.write(
        "templates/dashboards/night.toml",
        "title = \"Night\"\n[[panels]]\nname = \"a\"\ntitle = \"Alerts\"\nkind = \"alerts\"\n",
    );
    let listed = place.line("dashboard list").exits(0).stdout;
    let line = listed.lines().find(|line| line.contains("night")).unwrap();
    assert!(line.contains("/dashboards/night") && line.contains("project"), "{line}");
    render(&place);
    assert!(
        place
            .read("out/dashboards/night.html")
            .contains("<a href=\"../index.html\">Real-time operations</a>")
    );
}

#[test]
fn every_link_of_the_written_pages_leads_to_a_file_and_none_needs_a_server() {
    let place = empty(&(store("1", "Алмаз") + &store("../2", "Берег")));
    render(&place);
    let link = regex::Regex::new("(?:href|src|action)=\"([^\"#]+)").unwrap();
    let mut seen = 0;
    for page in ["index.html", "daily.html", "weekly.html", "stores/1.html", "stores/~2E~2E~2F2.html"] {
        let html = place.read(&format!("out/{page}"));
        assert!(
            !html.contains("<script") && !html.contains("<form") && !html.contains("http-equiv"),
            "{page}"
        );
        for found in link.captures_iter(&html).filter(|found| !found[1].starts_with("data:")) {
            let target = place.path("out").join(page).with_file_name(&found[1]);
            assert!(target.is_file(), "{page}: {}", &found[1]);
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
    assert!(!place.path("2.html").exists() && !place.path("out/2.html").exists());
}

#[test]
fn an_empty_database_is_no_data_and_neither_well_nor_unwell() {
    let place = empty(&store("1", "Алмаз"));
    render(&place);
    let html = place.read("out/index.html");
    assert!(html.contains("class=\"verdict unknown\""), "{html}");
    assert_eq!(
        panel(&html, "success"),
        "Success rates Earn no data Redeem no data Overall no data Of the last hour. Good from 99 %, critical below 95 %."
    );
    assert!(panel(&html, "status").contains("Store apps no data"), "{}", panel(&html, "status"));
    assert!(panel(&html, "alerts").ends_with("No incident is open."));
    assert!(!html.contains("NaN") && !html.contains("100.0"), "{html}");
}

#[test]
fn without_stores_there_is_still_a_page() {
    let place = empty("");
    render(&place);
    assert_eq!(panel(&place.read("out/index.html"), "stores"), "Stores no stores");
}

/// A till, its incident, and a name that would like to be markup.
pub(crate) fn failing(hook: &Hook, name: &str) -> Place {
    let place = shop(hook);
    place.write("tillwatch.toml", &place.read("tillwatch.toml").replace("Алмаз", name));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    place
}

#[test]
fn a_failing_store_is_told_of_by_number_word_and_sentence() {
    let place = failing(&Hook::start(), "Алмаз");
    let _ = place.line("dashboard render out --now 2025-10-24T10:05:00Z").exits(0);
    let html = place.read("out/index.html");
    let verdict = html.split("class=\"verdict bad\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(verdict.starts_with("1 incident open: P1 Алмаз: 40.0 %"), "{verdict}");
    assert!(
        panel(&html, "stores").contains("Алмаз critical P1 Алмаз: 40.0 % Success rate: 40.0 %"),
        "{}",
        panel(&html, "stores")
    );
    assert!(
        panel(&html, "alerts").contains("P1 Алмаз: 40.0 % Алмаз · for 0 s"),
        "{}",
        panel(&html, "alerts")
    );
    assert!(
        panel(&html, "success").contains("Earn 40.0 % critical, should be &gt;= 99"),
        "{}",
        panel(&html, "success")
    );
    let own = place.read("out/stores/3.html");
    assert!(own.contains("<h1>Алмаз</h1>") && panel(&own, "alerts").contains("40.0 %"), "{own}");
    assert!(panel(&own, "volume").contains("Total 10 "), "{}", panel(&own, "volume"));
}

#[test]
fn an_incident_that_has_ended_or_not_begun_is_not_shown() {
    let place = failing(&Hook::start(), "Алмаз");
    for now in ["2025-10-24T10:04:59Z", "2025-10-24T10:30:00Z"] {
        Connection::open(place.path("tillwatch.db"))
            .unwrap()
            .execute_batch("UPDATE incident SET closed = '2025-10-24 10:20:00.000'; UPDATE alert SET ended = '2025-10-24 10:20:00.000', state = 'ended'")
            .unwrap();
        let _ = place.line(&format!("dashboard render out --now {now}")).exits(0);
        assert!(panel(&place.read("out/index.html"), "alerts").contains("No incident is open"), "{now}");
    }
}

#[test]
fn names_are_text_and_never_markup() {
    let place = failing(&Hook::start(), "<script>alert(1)</script>&'=cmd() \u{202e}abc");
    let _ = place.line("dashboard render out --now 2025-10-24T10:05:00Z").exits(0);
    for page in ["index.html", "stores/3.html"] {
        let html = place.read(&format!("out/{page}"));
        assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }
}

#[test]
fn a_thousand_stores_have_a_tile_and_a_page_each_and_eight_lines() {
    let stores: String = (1..=1000).map(|id| store(&id.to_string(), &format!("Store {id}"))).collect();
    let place = empty(&stores);
    let sales = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
        SELECT datetime('2025-10-24 12:00:00', '+' || (i % 30) || ' minutes'), i, 'earn', 'success', 100, 4 FROM n";
    fill(&place.path("backend.db"), &[sales]);
    render(&place);
    let html = place.read("out/index.html");
    assert_eq!(
        (html.matches("class=\"store ").count(), html.matches("class=\"key\"").count() - 2),
        (1000, 8)
    );
    assert!(panel(&html, "volume").contains("992 more are not drawn"), "{}", panel(&html, "volume"));
    assert!(
        panel(&html, "volume").starts_with("Transactions per minute Total 1 000"),
        "{}",
        panel(&html, "volume")
    );
    assert!(place.read("out/stores/1000.html").contains("<h1>Store 1000</h1>"));
}

#[test]
fn a_source_that_cannot_be_read_costs_its_panels_and_exits_3() {
    let place = empty(&store("1", "Алмаз"));
    let _ = place.line(&format!("heartbeat-check --now {NOW} --commit"));
    std::fs::remove_file(place.path("backend.db")).unwrap();
    let ran = place.line(&format!("dashboard render out --now {NOW}")).exits(3);
    assert!(ran.stderr.contains("warning: Success rates: query report_success_rates: "), "{}", ran.stderr);
    let html = place.read("out/index.html");
    assert!(panel(&html, "success").contains("its source cannot be read now"));
    assert!(panel(&html, "status").contains("Database Disconnected"), "{}", panel(&html, "status"));
    assert!(!html.contains("backend.db"), "a page names no file of this machine");
}

#[test]
fn the_same_now_gives_the_same_bytes() {
    let place = failing(&Hook::start(), "Алмаз");
    let pages = || {
        let _ = place.line("dashboard render out --now 2025-10-24T10:05:00Z").exits(0);
        ["index.html", "daily.html", "stores/3.html"].map(|page| place.read(&format!("out/{page}")))
    };
    assert_eq!(pages(), pages());
}

#[test]
fn what_happens_later_changes_no_page_of_an_earlier_instant() {
    let place = failing(&Hook::start(), "Алмаз");
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "[severities.P0]\nresponse = \"1m\"\n"));
    let pages = || {
        let _ = place.line("dashboard render out --now 2025-10-24T10:07:00Z").exits(0);
        ["index.html", "stores/3.html"].map(|page| place.read(&format!("out/{page}")))
    };
    let before = pages();
    assert!(panel(&before[0], "alerts").contains("P1 Алмаз: 40.0 %"), "{}", before[0]);
    sell(&place, "2025-10-24 11:00:00", 0);
    for later in [
        "incident ack 1 --by ann --now 2025-10-24T10:08:00Z",
        "incident ack 1 --undo --by ann --now 2025-10-24T10:09:00Z",
        "incident severity 1 P0 --by ann --now 2025-10-24T10:10:00Z",
        "incident ack 1 --by bob --now 2025-10-24T10:11:00Z",
        "incident resolve 1 --by bob --now 2025-10-24T10:12:00Z",
        "evaluate-alerts --now 2025-10-24T11:05:00Z",
    ] {
        let _ = place.line(&format!("{later} --commit")).exits(0);
        assert!(pages() == before, "{later}: {}", panel(&pages()[0], "alerts"));
    }
    // Which was no standstill: each of them shows once its time has come.
    let _ = place.line("dashboard render out --now 2025-10-24T10:11:30Z").exits(0);
    let then = panel(&place.read("out/index.html"), "alerts");
    assert!(then.contains("P0 Алмаз") && then.contains("Acknowledged by bob at 10:11"), "{then}");
    let _ = place.line("dashboard render out --now 2025-10-24T10:08:30Z").exits(0);
    assert!(panel(&place.read("out/index.html"), "alerts").contains("Acknowledged by ann at 10:08"));
}

#[test]
fn a_project_that_has_recorded_nothing_gets_pages_that_say_what_to_do() {
    let place = Place::new();
    place.line("init cashier .").exits(0);
    let ran = place.line("dashboard render out").exits(3);
    assert!(ran.stderr.contains("wrote 9 pages"), "{}", ran.stderr);
    for page in ["index.html", "daily.html", "weekly.html", "stores/1.html"] {
        let html = place.read(&format!("out/{page}"));
        assert!(html.contains("<b>No data yet:</b>") && html.contains("tillwatch probe"), "{page}: {html}");
        assert!(!html.contains("class=\"tile bad\""), "{page}: what is not there yet is no fault: {html}");
    }
    assert!(!place.path("tillwatch.db").exists(), "to look makes nothing");
    assert!(place.read("out/index.html").contains("class=\"verdict unknown\">No data yet.</p>"));
    // From the first record on it is as it is.
    let _ = place.line("evaluate-alerts --dry-run");
    let _ = place.line("heartbeat-check");
    let _ = place.line("probe");
    let _ = place.line("dashboard render out").exits(3);
    assert!(!place.read("out/index.html").contains("No data yet"));
}

#[test]
fn data_of_the_shops_is_judged_before_anything_is_recorded() {
    let place = Place::new();
    place.line("init cashier .").exits(0);
    let sale = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount)
        VALUES ('2025-10-24 12:10:00', 1, 'earn', 'failed', 100, 4)";
    fill(&place.path("backend.db"), &[BACKEND, sale]);
    render(&place);
    for page in ["index.html", "stores/1.html"] {
        assert!(!place.read(&format!("out/{page}")).contains("No data yet"), "{page}");
    }
    assert!(place.read("out/index.html").contains("class=\"verdict bad\">6 stores: 1 critical, 5 no data; "));
}

#[test]
fn stores_without_data_are_counted_apart() {
    let place = empty(&[1, 2, 3, 4].map(|id| store(&id.to_string(), &format!("Store {id}"))).concat());
    let calls = "INSERT INTO onec_api_calls (timestamp, store_id, status, duration_ms) VALUES
        ('2025-10-24 12:10:00', 1, 'success', 100), ('2025-10-24 12:10:00', 2, 'failed', 100)";
    fill(&place.path("backend.db"), &[calls]);
    render(&place);
    let status = panel(&place.read("out/index.html"), "status");
    assert!(status.contains("1C integration 1 of 2 Working, 2 no data Store 2: down, 0.0 %"), "{status}");
}

#[test]
fn a_severity_that_a_dashboard_calls_critical_is_one_of_the_project() {
    let place = empty("[severities.P1]\nresponse = \"1m\"\n");
    let dashboard = |name: &str| {
        format!(
            "title = \"x\"\ncritical = [\"{name}\"]\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"alerts\"\n"
        )
    };
    place.write("templates/dashboards/x.toml", &dashboard("P1"));
    assert!(!place.line("check").stdout.contains("x.toml"));
    place.write("templates/dashboards/x.toml", &dashboard("P9"));
    let said = "x.toml:2: critical: there is no [severities.P9]";
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[test]
fn a_column_that_no_query_gives_is_named_by_check_with_its_line() {
    let place = empty("");
    let panel = "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"table\"\nquery = \"report_errors\"\n";
    let columns = |name: &str| format!("{panel}columns = [{{ name = \"{name}\", title = \"V\" }}]\n");
    place.write("templates/dashboards/x.toml", &columns("value"));
    let well = place.line("check");
    assert!(!well.stdout.contains("x.toml"), "{}", well.stdout);
    place.write("templates/dashboards/x.toml", &columns("valu"));
    let said = "x.toml:2: panel a: query report_errors gives no column valu (did you mean value?)";
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[rstest::rstest]
#[case("title = \"x\"\npanels = 3\n", "x.toml:2: ")]
#[case("title = \"x\"\n\nreport = \"dayly\"\n", "x.toml:3: no report dayly (did you mean daily?)")]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"table\"\nquery = \"report_errors\"\ncolumns = [{ name = \"value\", title = \"V\", unit = \"furlongs\" }]\n",
    "x.toml:7: `furlongs` is no unit: there are number, count"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"gauges\"\nquery = \"report_errors\"\ngood = \"-5\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    "x.toml:7: `-5` is no target: write one like `>= 99.9`"
)]
#[case("title = \"x\"\n", "x.toml:1: a dashboard has panels, or it names a report")]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"pie\"\n",
    "x.toml:5: unknown variant `pie`"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"table\"\nquerry = \"x\"\n",
    "(did you mean query?)"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"table\"\nquery = \"report_erors\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    "x.toml:2: panel a: no query report_erors (did you mean report_errors?)"
)]
#[case(
    "title = \"x\"\n\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"gauges\"\nquery = \"report_errors\"\ngood = \"around 5\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    "x.toml:8: `around 5` is no target"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a b\"\ntitle = \"A\"\nkind = \"alerts\"\n",
    "a name is made of letters"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"status\"\nchecks = [{ title = \"C\", query = \"report_errors\" }]\n",
    "check C: nothing says what is good"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"lines\"\nquery = \"report_errors\"\nstep = \"0s\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    "window holds between 2 and 500 steps"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"alerts\"\nquery = \"report_errors\"\n",
    "x.toml:2: panel a: query says nothing in a panel of this kind"
)]
#[case(
    "title = \"x\"\n[[panels]]\nname = \"a\"\ntitle = \"A\"\nkind = \"alerts\"\n[[panels]]\nname = \"a\"\ntitle = \"B\"\nkind = \"alerts\"\n",
    "x.toml:6: panel a: another panel has this name"
)]
fn a_definition_that_makes_no_sense_is_named_with_its_line(#[case] text: &str, #[case] said: &str) {
    let place = empty("");
    place.write("templates/dashboards/x.toml", text);
    for line in ["dashboard list", "dashboard render out"] {
        let ran = place.line(line).exits(2);
        assert!(ran.stderr.contains(said), "{said} in\n{}", ran.stderr);
    }
    assert!(place.line("check").exits(2).stdout.contains(said));
}
