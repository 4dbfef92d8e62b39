//! Reviews drafted from what is on record.

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, sell, shop};

/// Store 3 fails from 10:00, is acknowledged at 10:06 and well again by 10:21.
fn episode() -> Place {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let ack = ["--now", "2025-10-24T10:06:00Z", "--commit", "incident", "ack", "1", "--by", "ivan"];
    let _ = place.run(&ack).exits(0);
    sell(&place, "2025-10-24 10:07:00", 2);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    place
}

#[test]
fn the_draft_tells_the_episode_and_its_impact() {
    let place = episode();
    let _ = place.line("--now 2025-10-24T12:00:00Z pir new --from-incident 1").exits(0);
    assert!(!place.path("pir").exists(), "--now alone writes nothing");
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-incident 1").exits(0);
    let text = place.read("pir/INC-2025-10-24-001.md");
    for line in [
        "**Incident ID**: INC-2025-10-24-001",
        "**Severity**: P1",
        "**Duration**: 16m30s",
        "**Services Affected**: Store 3 (Алмаз)",
        "- 10:04 - Alert triggered: Алмаз: 40.0 % (SuccessLow) · alert 1\n",
        "- 10:04 - on_call told by sms; lead told by sms · message 1, message 2\n",
        "- 10:06 - Incident 1 acknowledged by ivan · incident 1\n",
        "- 10:21 - Alert ended: SuccessLow (condition over) · alert 1\n",
        "\nCounted from 2025-10-24 09:54 on: what a rule fires on lies in the time that it looks back over.\n\n- Trans",
        "- Transactions affected: 8\n",
        "- Error budget spent: transaction_success_rate_percentage (store_id=3): 73.33\u{202f}% good, objective 99 %, \
         1.64\u{202f}% of 30 days\n",
        "- `success` (store_id=3) from 09:00, every 5m: `",
        "` lowest 40.0\u{202f}% at 10:05, highest 100.0\u{202f}% at 10:30\n",
        "None of the same rules is on record before.\n",
        "-- tillwatch query failed_transactions_count --since 2025-10-24T09:54:30Z --until 2025-10-24T10:21:00Z \
         --now 2025-10-24T12:00:00Z\nWITH sales AS (",
        "Due 2025-10-26 10:21, 48 hours after the end.",
    ] {
        assert!(text.contains(line), "{line} is missing in:\n{text}");
    }
}

/// What a line of Markdown begins, outside of fenced code.
fn kind(line: &str) -> &'static str {
    match line {
        "" => "nothing",
        _ if line.starts_with("<!--") || line.ends_with("-->") => "comment",
        _ if line.starts_with('#') => "heading",
        _ if line.starts_with("```") => "fence",
        _ if line.starts_with("- ") || line.starts_with("1. ") => "item",
        _ => "prose",
    }
}

#[test]
fn lists_headings_and_code_of_a_draft_stand_apart_as_commonmark_wants_them() {
    let place = episode();
    for scope in ["--from-incident 1", "--since 2025-10-01T10:00:00Z --until 2025-10-01T11:00:00Z"] {
        let text = place.line(&format!("pir new {scope} --output -")).exits(0).stdout;
        let prose: String = text.split("```").step_by(2).collect::<Vec<_>>().join("```\n```");
        let lines: Vec<_> = prose.lines().collect();
        let apart = |pair: &[&str]| {
            let (above, below) = (kind(pair[0]), kind(pair[1]));
            above == below && above != "heading"
                || [above, below].iter().any(|kind| ["nothing", "comment"].contains(kind))
        };
        let close: Vec<_> = lines.windows(2).filter(|pair| !apart(pair)).collect();
        assert!(close.is_empty(), "{close:#?}");
        assert!(text.contains(":0") && text.matches("  \n").count() == 6, "fields are lines of their own");
    }
}

#[test]
fn a_second_draft_of_the_same_is_refused_and_none_is_ever_overwritten() {
    let place = episode();
    let _ = place.line("pir new --from-incident 1").exits(0);
    for line in [
        "pir new --from-incident 1",
        "pir new --from-alert 1",
        "--now 2025-10-24T12:00:00Z pir new --from-alert 1",
    ] {
        let ran = place.line(line).exits(2);
        assert!(ran.stderr.contains("pir/INC-2025-10-24-001.md is about the same"), "{}", ran.stderr);
        assert!(ran.stderr.contains("`tillwatch pir refresh INC-2025-10-24-001`"), "{}", ran.stderr);
    }
    assert!(!place.path("pir/INC-2025-10-24-002.md").exists());
    // What writes no review makes no second one, and one store is less than all.
    let _ = place.line("pir new --from-incident 1 --output -").exits(0);
    let _ = place.line("pir new --from-incident 1 --store 3").exits(0);
    let _ = place.line("pir new --from-alert 1 --again").exits(0);
    assert!(place.path("pir/INC-2025-10-24-003.md").exists());
    let ran = place.line("pir new --from-alert 1 --again --output pir/INC-2025-10-24-001.md").exits(3);
    assert!(ran.stderr.contains("never overwritten"), "{}", ran.stderr);
    let time = ["pir", "new", "--since", "2025-10-24 08:00", "--until", "2025-10-24 09:00"];
    let _ = place.run(&time).exits(0);
    assert!(place.run(&time).exits(2).stderr.contains("pir/INC-2025-10-24-004.md is about the same"));
}

/// A rule for a target that has failed three checks, which holds for a minute before it tells.
const DOWN: &str = r"
groups:
  - name: api
    rules:
      - { alert: ApiDown, severity: P0, query: consecutive_health_check_failures, over: 30m, when: value >= 3, for: 1m, notify: [ { sms: [lead] } ] }
";

/// A target is checked each minute from 09:55 to 10:04; it fails at 09:55 and from 09:57 to 10:03.
fn outage(more: &str) -> Place {
    let place = shop(&Hook::start());
    place.write("rules/api.yaml", DOWN);
    let _ = evaluate(&place, "2025-10-24T09:50:00Z").exits(0);
    let checks = format!(
        "INSERT INTO health_checks (timestamp, target, kind, ok, reason, response_time_ms, received_at) \
         SELECT strftime('%F %H:%M:%f', '2025-10-24 09:55', value || ' minutes'), 'api', 'http', \
           value IN (1, 9), iif(value IN (1, 9), NULL, 'status 503'), 9, '' FROM json_each('[0,1,2,3,4,5,6,7,8,9]'); {more}"
    );
    rusqlite::Connection::open(place.path("tillwatch.db")).unwrap().execute_batch(&checks).unwrap();
    let _ = evaluate(&place, "2025-10-24T10:00:00Z").exits(0);
    let _ = evaluate(&place, "2025-10-24T10:01:30Z").exits(1);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(0);
    place
}

#[test]
fn a_review_begins_with_the_first_check_that_failed() {
    let place = outage("");
    for from in ["--from-incident 1", "--from-alert 1"] {
        let text = place.line(&format!("pir new {from} --output -")).exits(0).stdout;
        let timeline = text.split("## Timeline").nth(1).unwrap();
        let rows: Vec<_> = timeline.lines().filter(|line| line.starts_with("- ")).take(3).collect();
        let expected = [
            "- 09:57 - First failed check of api: status 503 · check 3",
            "- 10:00 - Alert pending: ApiDown · alert 1",
            "- 10:01 - Alert triggered: ",
        ];
        assert!(rows.iter().zip(expected).all(|(row, begin)| row.starts_with(begin)), "{rows:?}");
        for part in [
            "**Duration**: 7m30s",
            "From 2025-10-24 09:57 to 2025-10-24 10:04",
            "--since 2025-10-24T09:57:00Z --until 2025-10-24T10:04:30Z ",
        ] {
            assert!(text.contains(part), "{part} is missing in:\n{text}");
        }
    }
    let check = place.run(&["query", "--sql", "SELECT reason FROM health_checks WHERE id = 3"]).exits(0);
    assert!(check.stdout.contains("status 503"), "{}", check.stdout);
}

#[test]
fn failures_are_followed_back_a_day_at_most() {
    let older = "DELETE FROM health_checks WHERE ok AND timestamp < '2025-10-24 10:00'; \
                 INSERT INTO health_checks (timestamp, target, kind, ok, response_time_ms, received_at) VALUES \
                 ('2025-10-23 09:59:59.000', 'api', 'http', 0, 9, ''), ('2025-10-23 10:00:00.000', 'api', 'http', 0, 9, '')";
    let text = outage(older).line("pir new --from-incident 1 --output -").exits(0).stdout;
    assert!(text.contains("**Duration**: 1d4m30s"), "{text}");
    assert!(text.contains("- 10:00 - First failed check of api: no reason given · check 12\n"), "{text}");
}

#[test]
fn personal_data_stays_out_of_a_review() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let comment = "call +7 916 123-45-67, card 4111 1111 1111 1111, anna@example.ru";
    let _ = place
        .run(&[
            "--now",
            "2025-10-24T10:06:00Z",
            "--commit",
            "incident",
            "ack",
            "1",
            "--by",
            "ivan",
            "--comment",
            comment,
        ])
        .exits(0);
    let written = place.line("pir new --from-incident 1 --output -").exits(0).stdout;
    assert!(
        written.contains("by ivan: call \\[phone\\], card \\[card\\], \\[email\\] · incident 1\n"),
        "{written}"
    );
    let json = place.line("pir new --from-incident 1 --format json").exits(0).stdout;
    for secret in ["916", "4111", "anna", "+7000"] {
        assert!(!written.contains(secret) && !json.contains(secret), "{secret}:\n{written}\n{json}");
    }
}

#[test]
fn a_stretch_of_time_without_alerts_is_drafted_too() {
    let place = episode();
    let args = ["pir", "new", "--since", "2025-10-24 08:00", "--until", "2025-10-24 09:00", "--output", "-"];
    let text = place.run(&args).exits(0).stdout;
    assert!(
        text.contains("**Duration**: 1h  \n") && text.contains("No check, alert, message or acknowledgement"),
        "{text}"
    );
}

#[test]
fn a_scope_that_is_not_there_is_named() {
    let place = episode();
    assert!(place.line("pir new --from-alert 99").exits(2).stderr.contains("there is no alert 99"));
    assert!(
        place
            .line("pir new")
            .exits(2)
            .stderr
            .contains("--from-alert, --from-incident, or --since and --until")
    );
    let ran = place.run(&["pir", "new", "--since", "yesterday", "--until", "2025-10-24 09:00"]).exits(2);
    assert!(ran.stderr.contains("\"yesterday\" is no time"), "{}", ran.stderr);
}

/// A review by the plan's template: one action late, one without an owner, a time out of order.
const BY_HAND: &str = "# Post-Incident Review\n\n**Incident ID**: INC-2025-10-20-001\n**Date**: 2025-10-20\n\
    **Severity**: P1\n\n## Timeline\n- 10:05 - a\n- 10:00 - b\n\n## Action Items\n\
    - [ ] Run the load test (Owner: QA, Due: 2025-10-22)\n- [ ] Починить (Owner: Иван, Due: 2025-11-30)\n\
    - [x] Restart it (Owner: QA, Due: 2025-10-21)\n- [ ] Ask (Due: tomorrow)\n\n**Reviewed By**: [Technical Lead]\n";

fn reviewed(text: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[project]\ntime_zone = \"Europe/Moscow\"\n");
    place.write("pir/INC-2025-10-20-001.md", text);
    place
}

#[test]
fn check_names_every_finding_with_file_and_line() {
    let place = reviewed(BY_HAND);
    let ran = place.line("--now 2025-10-24T10:00:00Z pir check").exits(2);
    let file = "pir/INC-2025-10-20-001.md";
    let form = "(write (Owner: Who, Due: YYYY-MM-DD) at its end)";
    let late = "draft, 1 placeholder left, overdue since 2025-10-23 00:00";
    let expected = [
        format!("{file}:1: {late}"),
        format!(
            "{file}:9: 10:00 stands behind 10:05 (put it in its place; on another day write YYYY-MM-DD HH:MM)"
        ),
        format!(
            "{file}:12: QA: Run the load test was due on 2025-10-22 (tick it off as `- [x]`, or agree on another day)"
        ),
        format!("{file}:15: this action has no owner {form}"),
        format!("{file}:15: this action has no day on which it is due {form}"),
    ];
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected);
    let summary = "checked 1 review: 1 overdue, 0 missing, 1 overdue action, 3 mistakes, 1 placeholder";
    assert!(ran.stderr.contains(summary), "{}", ran.stderr);
    let more = place.line("--now 2025-10-24T10:00:00Z pir check -v").exits(2).stdout;
    assert!(more.ends_with(&format!("{file}:17: [Technical Lead] waits for somebody's words\n")), "{more}");
}

#[test]
fn a_draft_in_time_is_one_line_of_mail_and_each_placeholder_is_in_the_json() {
    let place = episode();
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-incident 1").exits(0);
    let mail = place.line("--now 2025-10-24T16:21:00Z pir check -q").exits(0);
    let line = "pir/INC-2025-10-24-001.md:1: warning: draft, 13 placeholders left, due in 42 h\n";
    assert_eq!((mail.stdout.as_str(), mail.stderr.as_str()), (line, ""));
    let json = place.line("--now 2025-10-24T16:21:00Z pir check --format json").exits(0).json();
    let levels: Vec<_> = json["findings"].as_array().unwrap().iter().map(|one| &one["level"]).collect();
    assert_eq!((levels.len(), levels[0], levels[13]), (14, &"warning".into(), &"detail".into()));
}

#[test]
fn what_is_only_late_exits_1_and_what_is_only_unwritten_0() {
    let place = reviewed("**Incident ID**: INC-2025-10-20-001\n**Date**: 2025-10-24\n[Words]\n");
    let _ = place.line("--now 2025-10-26T20:59:59Z pir check").exits(0);
    let _ = place.line("--now 2025-10-26T21:00:01Z pir check").exits(1);
    assert!(
        place
            .line("pir check INC-2025-10-20-002")
            .exits(2)
            .stderr
            .contains("did you mean INC-2025-10-20-001?")
    );
    std::fs::write(place.path("pir/INC-2025-10-24-002.md"), b"\xff\xfe").unwrap();
    let ran = place.line("--now 2025-10-24T12:00:00Z pir check").exits(2);
    assert!(ran.stdout.starts_with("pir/INC-2025-10-24-002.md: "), "{}", ran.stdout);
}

#[test]
fn a_file_that_is_no_review_is_a_mistake_and_not_a_review_that_is_done() {
    let place = reviewed(BY_HAND);
    place.write("pir/README.md", "# How we review\n");
    place.write("pir/_template.md", "[Words]\n");
    let _ = place.line("--now 2025-10-20T12:00:00Z pir list").exits(0);
    for text in ["", "# Notes on the incident\n"] {
        place.write("pir/INC-2025-10-24-002.md", text);
        let ran = place.line("--now 2025-10-20T12:00:00Z pir check").exits(2);
        let told = "pir/INC-2025-10-24-002.md: this is no review: it names no incident (write `**Incident ID**: INC-…`";
        assert!(ran.stdout.starts_with(told), "{}", ran.stdout);
        assert!(!ran.stdout.contains("README") && !ran.stdout.contains("_template"), "{}", ran.stdout);
        let listed = place.line("--now 2025-10-20T12:00:00Z pir list --format csv").exits(2);
        assert!(!listed.stdout.contains("done") && listed.stderr.contains(told), "{}", listed.stderr);
    }
}

#[test]
fn an_incident_without_a_review_is_found_and_counted_until_it_has_one_or_is_long_past() {
    let place = episode();
    let check = |now: &str, exit| place.line(&format!("--now {now} --commit pir check")).exits(exit).stdout;
    let counted = || {
        let sql = "SELECT value FROM samples JOIN series ON series.id = series WHERE name = 'pir_overdue_reviews' ORDER BY at_ms DESC";
        let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
        own.query_row(sql, [], |row| row.get::<_, f64>(0)).unwrap()
    };
    let told = |when: &str| {
        format!(
            "incident 1 (P1), which ended 2025-10-24 10:21, has no review, {when} (`tillwatch pir new --from-incident 1` drafts it)\n"
        )
    };
    assert_eq!(check("2025-10-24T10:20:00Z", 0), "", "it had not ended yet");
    assert_eq!(check("2025-10-24T12:21:00Z", 0), format!("pir: warning: {}", told("due in 46 h")));
    assert!(counted().abs() < f64::EPSILON);
    assert_eq!(check("2025-10-26T10:22:00Z", 1), format!("pir: {}", told("overdue since 2025-10-26 10:21")));
    assert!((counted() - 1.0).abs() < f64::EPSILON);
    assert_eq!(check("2025-11-23T10:22:00Z", 0), "", "it is 30 days past");
    let config = place.read("tillwatch.toml");
    place.write("tillwatch.toml", &(config.clone() + "[severities.P1]\nreview = false\n"));
    assert_eq!(check("2025-10-26T10:22:00Z", 0), "");
    place.write("tillwatch.toml", &config);
    // A review of its alert is one of it, and so is one by hand that says so.
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-alert 1").exits(0);
    assert!(!check("2025-10-26T10:22:00Z", 1).contains("has no review"));
    place.write("pir/INC-2025-10-24-001.md", "<!-- tillwatch:review incident=1 -->\nAll is said.\n");
    assert_eq!(check("2025-10-26T10:22:00Z", 0), "");
}

#[test]
fn open_actions_are_listed_by_owner_and_day() {
    let place = reviewed(BY_HAND);
    let listed = |line: &str, code| {
        place.line(&format!("--now 2025-10-24T10:00:00Z {line} --format csv")).exits(code).stdout
    };
    let head = "state,due,owner,action,review,place\n";
    let place_of = |line: u8| format!("INC-2025-10-20-001,pir/INC-2025-10-20-001.md:{line}\n");
    let late = format!("overdue,2025-10-22,QA,Run the load test,{}", place_of(12));
    let later = format!("open,2025-11-30,Иван,Починить,{}", place_of(13));
    let vague = format!("open,,,Ask (Due: tomorrow),{}", place_of(15));
    let done = format!("done,2025-10-21,QA,Restart it,{}", place_of(14));
    assert_eq!(listed("pir actions", 1), format!("{head}{late}{later}{vague}"));
    assert_eq!(listed("pir actions --overdue", 1), format!("{head}{late}"));
    assert_eq!(listed("pir actions --owner иван", 0), format!("{head}{later}"));
    assert_eq!(listed("pir actions --all --owner QA", 1), format!("{head}{late}{done}"));
}

#[test]
fn list_says_how_far_each_review_is() {
    let place = episode();
    place.write("pir/INC-2025-10-20-001.md", BY_HAND);
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-incident 1").exits(0);
    let listed = place.line("--now 2025-10-24T12:00:00Z pir list --format csv").exits(1).stdout;
    assert_eq!(
        listed,
        "id,date,severity,state,due,placeholders,open_actions,overdue_actions,file\n\
         INC-2025-10-20-001,2025-10-20,P1,overdue,2025-10-23 00:00,1,3,1,pir/INC-2025-10-20-001.md\n\
         INC-2025-10-24-001,2025-10-24,P1,due,2025-10-26 10:21,13,0,0,pir/INC-2025-10-24-001.md\n"
    );
}

#[test]
fn a_review_that_tells_of_an_incident_is_one_of_it() {
    let place = outage("");
    let missing =
        || place.line("--now 2025-10-27T10:00:00Z pir check").stdout.contains("incident 1 (P0), which ended");
    let drafted = |since: &str, until: &str| {
        let words = ["pir", "new", "--since", since, "--until", until, "--output", "pir/x.md", "--again"];
        let _ = std::fs::remove_file(place.path("pir/x.md"));
        let _ = place.run(&words).exits(0);
    };
    assert!(missing());
    drafted("2025-10-24 09:30", "2025-10-24 10:00");
    assert!(!missing());
    drafted("2025-10-24 10:02", "2025-10-24 11:00");
    assert!(missing(), "it had begun before");
}
