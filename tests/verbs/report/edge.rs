//! Reports at the edges, in every format: nothing recorded, one store and a thousand, clocks that are moved, names that
//! mean something elsewhere.

use std::fmt::Write as _;

use serde_json::Value;

use super::rows;
use crate::query::{BACKEND, fill};
use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::letter::Letter;
use crate::support::post_office::PostOffice;

/// A report in every format, in which it was made without a complaint.
struct Made {
    text: String,
    ascii: String,
    markdown: String,
    html: String,
    csv: String,
    json: Value,
    mail: Letter,
    raw_mail: String,
    slack: Value,
}

/// A project of these stores in a zone, whose databases have tables and no rows.
fn shops(stores: &[(String, String)], zone: &str) -> Place {
    let place = Place::new();
    let mut toml = format!(
        "version = 1\n[project]\ntime_zone = \"{zone}\"\n[sources.backend]\npath = \"backend.db\"\n\
         [targets.api.http]\nurl = \"http://127.0.0.1:9/\"\n[contacts]\nboss = {{ email = \"boss@example.org\" }}\n\
         [report]\nnotify = [{{ mail = [\"boss\"] }}, {{ desk = [] }}]\n[channels.desk.slack]\nurl = \"file:desk.txt\"\n\
         [channels.mail.smtp]\nhost = \"127.0.0.1\"\ntls = \"none\"\nfrom = \"a@example.org\"\nport = 1\n"
    );
    for (id, name) in stores {
        let name = Value::from(name.as_str());
        writeln!(toml, "[[stores]]\nid = \"{id}\"\nname = {name}\nhours = [\"daily 00:00-24:00\"]").unwrap();
    }
    place.write("tillwatch.toml", &toml);
    place.line("event note made").exits(0);
    fill(&place.path("tillwatch.db"), &["DELETE FROM event"]);
    fill(&place.path("backend.db"), &[BACKEND]);
    place
}

fn named(names: &[&str]) -> Vec<(String, String)> {
    (1..).map(|id: u32| id.to_string()).zip(names.iter().map(|name| (*name).to_owned())).collect()
}

/// `line` is the report and its options.
fn made(place: &Place, line: &str) -> Made {
    let (office, hook) = (PostOffice::start(), Hook::start());
    place.write("desk.txt", &hook.url);
    let toml = place.read("tillwatch.toml").replace("port = 1\n", &format!("port = {}\n", office.port));
    place.write("sent.toml", &toml);
    let words = |more: &str| {
        format!("report {line} {more}").split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let run = |more: &str, locale: &str| {
        let words = words(more);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = crate::support::Ran::from(place.command(&words).env("LC_ALL", locale).output().unwrap());
        ran.exits(0).stdout
    };
    let _ = run("--send --commit --config sent.toml", "");
    let raw_mail = office.mails().remove(0);
    Made {
        text: run("", "C.UTF-8"),
        ascii: run("", "C"),
        markdown: run("--format markdown", ""),
        html: run("--format html", ""),
        csv: run("--format csv", ""),
        json: serde_json::from_str(&run("--format json", "")).unwrap(),
        mail: Letter::new(&raw_mail),
        raw_mail,
        slack: hook.requests()[0].json(),
    }
}

impl Made {
    /// What people read, by format.
    fn shown(&self) -> [(&str, String); 7] {
        [
            ("text", self.text.clone()),
            ("ascii", self.ascii.clone()),
            ("markdown", self.markdown.clone()),
            ("html", self.html.clone()),
            ("mail text", self.mail.text("text/plain")),
            ("mail html", self.mail.text("text/html")),
            ("slack", self.slack.to_string()),
        ]
    }

    /// What holds of every report.
    #[track_caller]
    fn is_sound(&self) {
        for (form, text) in self.shown() {
            for wrong in ["NaN", "inf ", "undefined", "null"] {
                assert!(!text.contains(wrong), "{wrong} in {form}: {text}");
            }
        }
        let table: Vec<usize> = self.csv.lines().map(|line| line.split(',').count()).collect();
        assert!(table.len() > 1 && table.iter().all(|count| *count >= 9), "{}", self.csv);
        assert!(self.html.starts_with("<!DOCTYPE html>") && self.html.trim_end().ends_with("</html>"));
        let mail = self.mail.text("text/html");
        assert!(mail.len() < 100_000 && mail.trim_end().ends_with("</html>"), "{} bytes", mail.len());
        for wrong in ["<style", "class=", "flex", "grid", "<svg", "<script"] {
            assert!(!mail.contains(wrong), "{wrong} in the mail");
        }
        for picture in self.mail.parts("image/png") {
            assert!(picture.starts_with(b"\x89PNG"));
        }
    }

    /// The subject of the mail, whose words are of ASCII.
    fn subject(&self) -> String {
        let (_, subject) = self.raw_mail.split_once("\r\nSubject: ").unwrap();
        let folded = subject.split_inclusive("\r\n");
        let mut lines = folded.scan(false, |begun, line| {
            (!std::mem::replace(begun, true) || line.starts_with(' ')).then_some(line)
        });
        lines.by_ref().collect::<String>().replace("\r\n", "")
    }

    fn figure(&self, section: &str, column: &str) -> &Value {
        &rows(&self.json, section)[0]["values"][column]
    }
}

/// One successful sale of each store at each of these times.
fn sell(place: &Place, stores: usize, times: &str) {
    let sales = format!(
        "INSERT INTO customers (id, created_at)
           WITH RECURSIVE s(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM s WHERE id < {stores}) SELECT id, '2025-01-01' FROM s;
         INSERT INTO cashier_transactions (created_at, store_id, customer_id, type, status, purchase_amount, points_amount)
         WITH RECURSIVE s(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM s WHERE id < {stores}), t(at) AS ({times})
         SELECT at, id, id, 'earn', 'success', 100, 5 FROM s, t"
    );
    fill(&place.path("backend.db"), &[&sales]);
}

#[rstest::rstest]
fn over_nothing_every_format_says_that_there_is_no_data(#[values("daily", "weekly", "monthly")] name: &str) {
    let made = made(&shops(&[], "UTC"), &format!("{name} --now 2025-10-24T12:00:00Z"));
    made.is_sound();
    assert_eq!(made.figure("transactions", "total"), 0);
    assert!(made.figure("transactions", "value").is_null() && made.figure("reliability", "uptime").is_null());
    for (form, text) in made.shown() {
        assert!(text.contains("no data"), "{form}: {text}");
    }
}

#[test]
fn one_store_is_enough() {
    let place = shops(&named(&["Алмаз"]), "Europe/Moscow");
    sell(&place, 1, "SELECT '2025-10-24 10:00:00'");
    let made = made(&place, "daily --now 2025-10-24T12:00:00Z");
    made.is_sound();
    assert_eq!(
        (made.figure("stores", "total"), made.figure("stores", "store")),
        (&1.into(), &"Алмаз".into())
    );
    for (form, text) in made.shown() {
        assert!(form == "slack" || text.contains("Алмаз"), "{form}: {text}");
    }
}

#[rstest::rstest]
fn a_thousand_stores_are_all_there_and_the_mail_says_what_it_leaves_out(
    #[values("daily", "weekly")] name: &str,
) {
    let stores: Vec<_> = (1..=1000).map(|id| (id.to_string(), format!("Магазин {id:04}"))).collect();
    let place = shops(&stores, "UTC");
    sell(&place, 1000, "VALUES ('2025-10-24 10:00:00'), ('2025-10-22 10:00:00')");
    let made = made(&place, &format!("{name} --now 2025-10-24T12:00:00Z"));
    made.is_sound();
    assert_eq!(rows(&made.json, "stores").len(), 1000);
    for (form, text) in made.shown() {
        let whole = !["mail html", "slack"].contains(&form);
        assert!(!whole || (text.contains("Магазин 0001") && text.contains("Магазин 1000")), "{form}");
    }
    assert!(made.raw_mail.len() < 1_000_000, "{} bytes", made.raw_mail.len());
    // The weekly report draws its stores.
    for (form, text) in [("html", &made.html), ("mail", &made.mail.text("text/html"))] {
        assert_eq!(text.contains("The chart has the first 30 of 1000."), name == "weekly", "{form}");
    }
    let shortened = "of 1000 rows: this table is shortened";
    assert!(made.mail.text("text/html").contains(shortened));
    assert!(!made.html.contains(shortened));
}

#[rstest::rstest]
#[case("2025-03-30", 23, 167, "SELECT '2025-03-29 23:30:00' UNION SELECT '2025-03-30 21:30:00'")]
#[case("2025-10-26", 25, 169, "SELECT '2025-10-25 22:30:00' UNION SELECT '2025-10-26 22:30:00'")]
fn where_clocks_are_moved_no_hour_is_lost_or_counted_twice(
    #[case] day: &str,
    #[case] hours: usize,
    #[case] hours_of_week: i64,
    #[case] first_and_last: &str,
) {
    let place = shops(&named(&["Mitte"]), "Europe/Berlin");
    sell(&place, 1, first_and_last);
    let daily = made(&place, &format!("daily --date {day} --now 2025-12-01T00:00:00Z"));
    daily.is_sound();
    let bars = rows(&daily.json, "hours");
    let sold: i64 = bars.iter().map(|row| row["values"]["total"].as_i64().unwrap()).sum();
    assert_eq!((bars.len(), sold, daily.figure("transactions", "total")), (hours, 2, &2.into()));
    for (form, text) in daily.shown().into_iter().filter(|(form, _)| *form != "slack") {
        let told_apart = text.contains("02:00 +02") && text.contains("02:00 +01");
        assert_eq!(told_apart, hours == 25, "{form}: {text}");
    }
    let weekly = made(&place, &format!("weekly --date {day} --now 2025-12-01T00:00:00Z"));
    weekly.is_sound();
    let at = |key: &str| weekly.json[key].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!(at("until").duration_since(at("since")).as_hours(), hours_of_week);
    assert_eq!(weekly.figure("transactions", "total"), &2);
}

#[test]
fn names_that_mean_something_elsewhere_mean_nothing_in_any_format() {
    let names =
        ["<script>alert(1)</script>", "=cmd()", "חנות \u{202e}x", "a|b", "\u{1b}[31mred", "{{ now }}"];
    let place = shops(&named(&names), "UTC");
    sell(&place, names.len(), "SELECT '2025-10-24 10:00:00'");
    let failed = "UPDATE cashier_transactions SET status = 'failed';
        INSERT INTO api_errors (timestamp, store_id, endpoint, error_code)
          SELECT '2025-10-24 10:00:00', 1, '/api/cashier/earn', column1
          FROM (VALUES ('<script>alert(2)</script>'), ('=cmd()'), ('a|b'), (char(27) || '[0m'))";
    fill(&place.path("backend.db"), &[failed]);
    let made = made(&place, "daily --now 2025-10-24T12:00:00Z");
    made.is_sound();
    for (form, text) in made.shown() {
        let opens_a_tag = text.replace("\\<script", "").contains("<script>alert");
        assert!(!opens_a_tag || ["text", "ascii", "mail text"].contains(&form), "{form}: {text}");
        let is_for_terminals = ["text", "ascii", "markdown"].contains(&form);
        assert!(!is_for_terminals || !text.contains(['\u{1b}', '\u{202e}']), "{form}: {text}");
        assert!(form == "slack" || (text.contains("חנות") && text.contains("{{ now }}")), "{form}: {text}");
    }
    assert!(
        made.html.contains("&lt;script&gt;alert(1)") && made.markdown.contains("a\\|b"),
        "{}",
        made.markdown
    );
    let table = made.markdown.lines().filter(|line| line.starts_with("| ") && line.contains("failed"));
    assert!(table.clone().all(|line| line.ends_with('|')), "{table:?}");
    let cells = made.csv.lines().flat_map(|line| line.split(','));
    assert!(cells.clone().all(|cell| !cell.trim_matches('"').starts_with(['=', '+', '@'])), "{}", made.csv);
    assert_eq!(rows(&made.json, "stores").len(), names.len());
}

#[test]
fn names_with_what_moves_the_cursor_are_as_wide_as_they_look() {
    let place = shops(&named(&["a\tb", "c\u{202e}d", "plain"]), "UTC");
    sell(&place, 3, "SELECT '2025-10-24 10:00:00'");
    let made = made(&place, "daily --now 2025-10-24T12:00:00Z");
    for text in [made.text.clone(), made.mail.text("text/plain")] {
        let (_, stores) = text.split_once("\nSTORES\n").unwrap();
        let (stores, _) = stores.split_once("\n\n").unwrap();
        let widths: Vec<usize> = stores.lines().take(4).map(|line| line.chars().count()).collect();
        assert!(stores.contains("a\\u{9}b") && widths.iter().all(|width| *width == widths[0]), "{stores}");
    }
}

#[test]
fn a_long_story_is_cut_where_there_is_no_room_for_it() {
    let names = [&"Shop at the corner of ".repeat(200), &"x".repeat(4000), "Corner"];
    let place = shops(&named(&names), "UTC");
    let made = made(&place, "daily --now 2025-10-24T12:00:00Z");
    let subject = made.subject();
    let news = made.json["verdict"]["news"].as_array().unwrap().len();
    assert!(subject.starts_with("Daily report 2025-10-24: Shop at the corner of Shop"), "{subject}");
    assert!(subject.ends_with(&format!(" and {} more", news - 1)), "{subject}");
    let (head, _) = made.raw_mail.split_once("\r\n\r\n").unwrap();
    assert!(subject.len() < 180 && head.lines().all(|line| line.len() < 998), "{head}");
    for block in made.slack["blocks"].as_array().unwrap() {
        let text = block["text"]["text"].as_str().unwrap_or_default();
        assert!(text.encode_utf16().count() <= 3000, "{text}");
    }
}

#[test]
fn many_stores_that_sold_nothing_are_one_piece_of_news() {
    let news = |count: usize| {
        let stores: Vec<_> = (1..=count).map(|id| (id.to_string(), format!("Shop {id}"))).collect();
        let made = shops(&stores, "UTC").line("report daily --now 2025-10-24T12:00:00Z").exits(0).stdout;
        made.lines().nth(1).unwrap().to_owned()
    };
    assert!(news(3).starts_with("Shop 1 sold nothing; Shop 2 sold nothing; Shop 3 sold nothing;"));
    assert!(news(4).starts_with("4 of 4 stores sold nothing;"), "{}", news(4));
}

#[cfg(unix)]
#[rstest::rstest]
#[case("the till's $(date)")]
#[case("-7")]
fn the_command_that_makes_it_again_is_as_a_shell_reads_it(#[case] id: &str) {
    let place = shops(&[(id.to_owned(), "Алмаз".to_owned())], "UTC");
    let line = ["report", "daily", "--now", "2025-10-24T12:00:00Z", "--format", "json", "--store"];
    let option = format!("--store={id}");
    let words: Vec<&str> = line[..6].iter().copied().chain([option.as_str()]).collect();
    let ran = crate::support::Ran::from(place.command(&words).output().unwrap()).exits(0);
    let command = ran.json()["command"].as_str().unwrap().replacen("tillwatch ", "\"$0\" \"$@\" ", 1);
    let program = place.command(&[]).get_program().to_owned();
    let mut shell = std::process::Command::new("sh");
    shell.arg("-c").arg(command).arg(program).args(["--format", "json"]).current_dir(place.root());
    let again = crate::support::Ran::from(shell.output().unwrap()).exits(0);
    assert_eq!(again.stdout, ran.stdout);
}

#[test]
fn a_formula_in_a_csv_cell_is_text_and_a_number_stays_a_number() {
    let place = shops(&named(&["Алмаз"]), "UTC");
    place.write("queries/codes.sql", "-- labels: [code]\nSELECT '=cmd()' AS code, -5 AS value");
    let csv = place.line("query codes --format csv --now 2025-10-24T12:00:00Z").exits(0).stdout;
    assert_eq!(csv, "code,value\n'=cmd()',-5\n".replace("',", ","));
    let report = |options: &str| place.line(&format!("report daily --now 2025-10-24T12:00:00Z {options}"));
    let (plain, marked) =
        (report("--format csv").exits(0).stdout, report("--format csv --bom").exits(0).stdout);
    assert_eq!(marked, format!("\u{feff}{plain}"));
    assert!(report("--bom").exits(2).stderr.contains("--bom is for CSV"));
}

#[test]
fn whoever_can_be_told_is_told_and_whoever_cannot_is_named() {
    let place = shops(&[], "UTC");
    let hook = Hook::start();
    hook.answer(
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}",
    );
    place.write("token.txt", "xoxb-1");
    let bot = format!(
        "[channels.bot.slack_bot]\ntoken = \"file:token.txt\"\nchannel = \"C024BE91L\"\nbase_url = \"{}\"\n",
        hook.url
    );
    let toml = place.read("tillwatch.toml").replace("{ desk = [] }", "{ bot = [] }") + &bot;
    place.write("tillwatch.toml", &toml);
    let ran = place.line("report daily --send --commit --now 2025-10-24T12:00:00Z").exits(3);
    assert!(ran.stderr.contains("sent to bot C024BE91L"), "{}", ran.stderr);
    assert!(ran.stderr.contains("not delivered: mail server 127.0.0.1:1"), "{}", ran.stderr);
    let told = hook.requests()[0].json();
    assert_eq!(told["channel"], "C024BE91L");
    assert!(told["blocks"][1]["text"]["text"].as_str().unwrap().starts_with(':'), "{told}");
    let wrong = place.read("tillwatch.toml").replace("{ bot = [] }", "{ hook = [] }")
        + "[channels.hook.webhook]\nurl = \"http://127.0.0.1:1\"\n";
    place.write("tillwatch.toml", &wrong);
    assert!(
        place
            .line("report daily --send")
            .exits(2)
            .stderr
            .contains("a report goes by smtp, slack or slack_bot")
    );
    assert!(place.line("check").exits(2).stdout.contains("a report goes by mail or Slack"));
}
