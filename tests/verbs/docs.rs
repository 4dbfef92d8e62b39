//! What the documents say is so: their commands run, their files are valid, their JSON has the keys that are printed.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;

use super::query::{BACKEND, fill};
use super::serve::Server;
use super::support::hook::Hook;
use super::support::shop::{evaluate, sell, shop};
use super::support::{Place, Ran};

/// Commands that need what a test has not: a network. Their arguments are still read.
const ONLY_READ: &[&str] = &["probe https://"];

/// One fenced block: its language, its lines, and the file that the comment before it names.
struct Block {
    language: String,
    text: String,
    file: Option<String>,
}

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn blocks(document: &str) -> Vec<Block> {
    let (mut blocks, mut file, mut open) = (Vec::new(), None, None::<Block>);
    for line in document.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Block { language: language.into(), text: String::new(), file: file.take() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.text.extend([line, "\n"]),
            (None, None) => {
                let named = line.strip_prefix("<!-- file: ").and_then(|rest| rest.strip_suffix(" -->"));
                file = named.map(str::to_owned).or(file);
            }
        }
    }
    assert!(open.is_none(), "a block stays open");
    blocks
}

/// The commands of a document's `console` blocks.
fn commands(document: &str) -> Vec<String> {
    let console = blocks(document).into_iter().filter(|block| block.language == "console");
    console
        .flat_map(|block| block.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| line.strip_prefix("$ ").map(str::to_owned))
        .collect()
}

/// Runs one command in a folder of the place and gives the folder in which the next one runs.
fn run(place: &Place, folder: &str, command: &str) -> String {
    if let Some(into) = command.strip_prefix("cd ") {
        return into.to_owned();
    }
    let line = command.strip_prefix("tillwatch ").unwrap_or_else(|| panic!("{command} is none of ours"));
    let mut words: Vec<String> = shell_words(line);
    if ONLY_READ.iter().any(|start| line.starts_with(start)) {
        words.push("--help".into());
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ran = Ran::from(place.command(&words).current_dir(place.path(folder)).output().unwrap());
    let unwell = if line.contains("nagios") { 2 } else { 1 };
    assert!((0..=unwell).contains(&ran.code), "{command}: exit {}\n{}\n{}", ran.code, ran.stdout, ran.stderr);
    folder.to_owned()
}

/// Words parted by blanks, `"…"` kept together.
fn shell_words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[test]
fn the_two_first_commands_are_those_of_a_newcomer() {
    for name in ["README.md", "CONTRIBUTING.md"] {
        let document = document(name);
        let block = blocks(&document).into_iter().find(|block| block.language == "sh").unwrap();
        let commands: Vec<_> =
            block.text.lines().map(|line| line.split('#').next().unwrap().trim()).collect();
        assert_eq!(commands, ["cargo run --release -- demo", "scripts/test"], "{name}");
    }
}

#[test]
fn every_command_of_the_readme_runs_in_the_order_in_which_it_stands() {
    let place = Place::new();
    let mut folder = String::new();
    for command in commands(&document("README.md")) {
        folder = run(&place, &folder, &command);
        if command.starts_with("tillwatch init") {
            fill(&place.path("shops/backend.db"), &[BACKEND]);
        }
    }
}

/// A project of a document's examples.
fn project(document: &str) -> Place {
    let place = Place::new();
    let toml =
        blocks(document).into_iter().filter(|block| block.language == "toml").map(|block| block.text + "\n");
    place.write("tillwatch.toml", &toml.collect::<String>());
    for block in blocks(document) {
        block.file.iter().for_each(|file| place.write(file, &block.text));
    }
    fill(&place.path("backend.db"), &[BACKEND]);
    place
}

#[test]
fn the_examples_of_the_configuration_are_one_project_without_mistakes() {
    let document = document("docs/configuration.md");
    let place = project(&document);
    let ran = place.line("check").exits(0);
    assert!(ran.stderr.contains("1 rule:"), "{}", ran.stderr);
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn the_examples_of_the_channels_are_one_project_without_mistakes_and_name_every_kind() {
    let document = document("docs/channels.md");
    let place = project(&document);
    let ran = place.line("check").exits(0);
    assert!(ran.stderr.contains(" 0 mistakes"), "{}", ran.stderr);
    let schema = place.line("config schema").exits(0).json();
    let kinds = schema["$defs"]["Channel"]["oneOf"].as_array().unwrap();
    assert!(kinds.len() >= 10);
    for kind in kinds {
        let kind = kind["required"][0].as_str().unwrap();
        assert!(document.contains(&format!("\n## `{kind}`\n")), "{kind}");
        assert!(document.contains(&format!(".{kind}]\n")), "{kind} has no example");
    }
}

#[test]
fn the_examples_of_the_rules_are_one_project_without_mistakes() {
    let document = document("docs/rules.md");
    let place = project(&document);
    let ran = place.line("check").exits(0);
    assert!(ran.stderr.contains(" 5 rules") && ran.stdout.is_empty(), "{}{}", ran.stdout, ran.stderr);
    // Nobody answers there: its rules fail, and the others are evaluated.
    place.write("tillwatch.toml", &place.read("tillwatch.toml").replace("127.0.0.1:9090", "127.0.0.1:1"));
    for command in commands(&document) {
        let line = command.strip_prefix("tillwatch ").unwrap();
        assert!([0, 3].contains(&place.line(line).code), "{command}");
    }
}

/// The keys that a message of an unknown one expects.
fn expected_keys(place: &Place, rules: &str) -> Vec<String> {
    place.write("rules/a.yaml", rules);
    let said = place.line("check").exits(2).stdout;
    let (_, keys) = said.split_once("expected one of ").unwrap_or_else(|| panic!("{said}"));
    let keys = keys.lines().next().unwrap().split(['`', ',', ' ', '(']);
    keys.take_while(|key| *key != "did").filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_rules_document_names_every_key() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n");
    let group = expected_keys(&place, "groups:\n- nonsense: 1\n");
    let rule = expected_keys(&place, "groups:\n- name: g\n  rules:\n  - nonsense: 1\n");
    assert!(group.len() >= 6 && rule.len() >= 20, "{group:?} {rule:?}");
    let document = document("docs/rules.md");
    let unnamed: Vec<_> =
        group.iter().chain(&rule).filter(|key| !document.contains(&format!("`{key}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn the_examples_of_routing_are_without_mistakes() {
    let place = shop(&Hook::start());
    let examples = blocks(&document("docs/routing.md"));
    let examples = examples.iter().filter(|block| block.language == "toml").map(|block| block.text.as_str());
    let people = "[contacts.tech_team]\nemail = \"a@example.org\"\n[contacts.on_call_engineer]\nphone = \"+7\"\n\
        [channels.email.smtp]\nhost = \"localhost\"\nfrom = \"a@example.org\"\n[severities.P1]\n";
    let config = place.read("tillwatch.toml") + people + &examples.collect::<String>();
    place.write("tillwatch.toml", &config);
    let _ = place.line("check").exits(0);
}

#[test]
fn the_examples_of_shipping_logs_are_one_project_whose_commands_run_and_name_every_setting() {
    let document = document("docs/logs.md");
    let place = project(&document);
    let _ = place.line("check").exits(0);
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    let schema = place.line("config schema").exits(0).json();
    let settings = schema["$defs"]["ShipConfig"]["properties"].as_object().unwrap();
    let elsewhere = self::document("docs/configuration.md");
    let named = |key: &str| [&document, &elsewhere].iter().any(|text| text.contains(key));
    let unnamed: Vec<_> = settings.keys().filter(|key| !named(key)).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn the_configuration_document_names_every_section() {
    let schema = Place::new().line("config schema").exits(0).json();
    let document = document("docs/configuration.md");
    for section in schema["properties"].as_object().unwrap().keys() {
        let is_named =
            [format!("[{section}"), format!("{section} = ")].iter().any(|text| document.contains(text));
        assert!(is_named, "{section}");
    }
}

#[test]
fn the_example_of_a_rule_test_holds_and_every_command_beside_it_runs() {
    let document = document("docs/rule-tests.md");
    let place = project(&document);
    fill(&place.path("backend.db"), &["CREATE TABLE purchases (created_at, store_id, status)"]);
    let ran = place.line("rules test").exits(0);
    assert!(ran.stderr.contains("2 tests, 7 cases, 0 failed"), "{}", ran.stderr);
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    let case = "exp_alerts: [{ exp_labels: { store_id: \"3\" }, exp_state: pending }]";
    let wrong = place
        .read("rules/tests/shop.yaml")
        .replace(case, "exp_alerts: [{ exp_labels: { store_id: \"3\" } }]");
    place.write("rules/tests/shop.yaml", &wrong);
    let printed = blocks(&document).into_iter().find(|block| block.language == "text").unwrap().text;
    assert_eq!(place.line("rules test").exits(1).stdout, printed);
}

/// The paths of all runbooks.
fn runbooks() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/runbooks");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.map(|name| format!("docs/runbooks/{name}")).collect();
    names.sort();
    names
}

#[test]
fn every_command_of_a_runbook_runs() {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    fill(&place.path("backend.db"), &[BACKEND]);
    let _ = place.line("--now 2025-10-24T10:05:00Z --commit evaluate-alerts").exits(0);
    let all: std::collections::BTreeSet<String> =
        runbooks().iter().flat_map(|name| commands(&document(name))).collect();
    assert!(all.len() > 20, "{all:?}");
    for command in all {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn every_shipped_rule_names_its_runbook_and_each_has_the_same_parts() {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    let listed = place.line("rules list --format json").exits(0).json();
    let mut named = vec!["docs/runbooks/README.md".to_owned()];
    let shipped = listed["rules"].as_array().unwrap().iter();
    let built_in = serde_json::json!({ "name": "RuleHealth", "severity": "P2", "runbook": "docs/runbooks/RuleHealth.md" });
    for rule in shipped.chain([&built_in]) {
        let name = rule["name"].as_str().unwrap();
        let runbook = format!("docs/runbooks/{name}.md");
        assert_eq!(rule["runbook"], runbook.as_str());
        let text = place.run(&["rules", "show", name, "--runbook"]).exits(0).stdout;
        assert_eq!(text, document(&runbook), "{name}");
        let parts: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
        let title = format!("# {name}");
        let expected = [
            title.as_str(),
            "## What it means",
            "## What the customer sees",
            "## First look",
            "## Likely causes, and what to do",
            "## When to escalate",
            "## Silence",
        ];
        assert_eq!(parts, expected);
        assert!(
            text.contains(&format!("\n{}: ", rule["severity"].as_str().unwrap())),
            "{name}: its severity"
        );
        named.push(runbook);
    }
    named.sort();
    assert_eq!(runbooks(), named, "every page belongs to a rule");
}

#[test]
fn every_command_on_exit_codes_runs() {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    for command in commands(&document("docs/exit-codes.md")) {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn the_dashboard_of_its_document_has_no_mistakes_and_its_commands_run() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let document = document("docs/dashboards.md");
    for block in blocks(&document) {
        block.file.iter().for_each(|file| place.write(file, &block.text));
    }
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    let page = place.read("public/dashboards/night.html");
    assert!(page.contains("<h1>Night shift</h1>") && page.contains("40.0 %"), "{page}");
    let checked = place.line("check");
    assert!(!checked.stdout.contains("dashboards/"), "{}", checked.stdout);
}

#[test]
fn every_command_on_operations_runs() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    for command in commands(&document("docs/operations.md")) {
        let _ = run(&place, "", &command);
    }
}

#[test]
#[ignore = "needs prometheus; scripts/test runs it"]
fn the_rules_about_tillwatch_itself_are_rules_to_prometheus() {
    let document = document("docs/operations.md");
    let place = Place::new();
    for block in blocks(&document) {
        block.file.iter().for_each(|file| place.write(file, &block.text));
    }
    let check = std::process::Command::new("promtool")
        .args(["check", "rules", "prometheus-rules.yml"])
        .current_dir(place.root())
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}

#[test]
fn every_command_on_looking_at_logs_runs_in_its_order() {
    let document = document("docs/log-queries.md");
    let place = project(&document);
    // What is shown of the lines is asked before they are pruned: by today's clock they are old.
    let (upkeep, looking): (Vec<_>, Vec<_>) =
        commands(&document).into_iter().partition(|command| command.starts_with("tillwatch db "));
    for command in looking {
        let _ = run(&place, "", &command);
        if let Some((line, now)) =
            command.strip_prefix("tillwatch ").and_then(|line| line.split_once(" --now "))
        {
            let words = [shell_words(line), vec!["--now".into(), now.into()]].concat();
            let ran = place.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(!ran.stdout.is_empty(), "{command} finds nothing");
        }
    }
    let crashes =
        place.line("query app_crash_count --now 2025-10-24T12:00:00Z --format json").exits(0).json();
    assert_eq!(crashes["rows"][0]["value"], 1);
    let rate = "query transaction_success_rate_percentage --now 2025-10-24T07:30:00Z --format json";
    assert_eq!(place.line(rate).exits(0).json()["rows"].as_array().unwrap().len(), 2);
    for command in upkeep {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn every_command_on_reports_runs() {
    let document = document("docs/reports.md");
    let place = project(&document);
    place.write("slack-webhook.txt", "http://127.0.0.1:1");
    place.line("event note made").exits(0);
    let _ = place.line("check").exits(0);
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn every_command_on_metrics_runs() {
    let hook = Hook::start();
    let document = document("docs/metrics.md").replace("http://monitor.example.org:8086", &hook.url);
    let place = project(&document);
    place.write("push-token.txt", "s3cret");
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    let asked: Vec<_> = hook.requests().iter().map(|request| request.line.clone()).collect();
    let [metric, heartbeat] = ["metric", "heartbeat"].map(|what| format!("POST /api/monitoring/{what}"));
    assert_eq!(asked, [&metric, &metric, &heartbeat].map(String::as_str));
}

#[test]
fn every_command_on_incidents_runs_in_its_order() {
    let place = super::incident::failing(&Hook::start());
    for command in commands(&document("docs/incidents.md")) {
        let _ = run(&place, "", &command);
    }
}

#[test]
fn every_event_of_its_document_is_told_and_its_project_has_no_mistakes() {
    let (document, hook) = (document("docs/events.md"), Hook::start());
    let place = project(&document);
    for channel in ["orders", "operations"] {
        place.write(&format!("slack-{channel}.txt"), &format!("{}/{channel}", hook.url));
    }
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    assert_eq!(hook.requests().len(), 2, "stocktaking goes nowhere");
}

#[test]
fn every_command_on_reviews_runs_in_its_order() {
    let place = super::incident::failing(&Hook::start());
    for command in commands(&document("docs/reviews.md")) {
        let _ = run(&place, "", &command);
    }
}

/// The keys that one document has and the other has not, where both have something to compare.
fn difference(path: &str, documented: &Value, printed: &Value) -> Vec<String> {
    match (documented, printed) {
        (Value::Object(left), Value::Object(right)) if !left.is_empty() => {
            let names = |map: &serde_json::Map<String, Value>| {
                map.keys().cloned().collect::<std::collections::BTreeSet<_>>()
            };
            let apart = names(left)
                .symmetric_difference(&names(right))
                .map(|key| format!("{path}/{key}"))
                .collect::<Vec<_>>();
            let within = left.iter().filter_map(|(key, value)| {
                Some(difference(&format!("{path}/{key}"), value, right.get(key)?))
            });
            apart.into_iter().chain(within.flatten()).collect()
        }
        (Value::Array(left), Value::Array(right)) => match (left.first(), right.first()) {
            (Some(left), Some(right)) => difference(&format!("{path}/0"), left, right),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A test of rules that expects what does not come.
const FAILING: &str =
    "tests: [{ name: x, alert_rule_test: [{ eval_time: 0m, alertname: SuccessLow, exp_alerts: [{}] }] }]";

const DEAD_LETTER: &str = r#"{"at":"2025-10-24T10:00:00Z","file":"app.log","line":3,"offset":8,"id":"0a0b0c0d","reason":"HTTP 422","text":"hi"}"#;

/// A review that is late, and an action of it that is.
const REVIEW: &str = "**Incident ID**: INC-2025-10-20-001\n**Date**: 2025-10-20\n**Severity**: P1\n\n[Words]\n\n\
    - [ ] Run the load test (Owner: QA, Due: 2025-10-22)\n";

#[test]
fn json_has_the_keys_that_the_document_says() {
    let hook = Hook::start();
    let place = shop(&hook);
    let job = "[[ship]]\nname = \"app\"\npaths = [\"*.log\"]\nurl = \"http://127.0.0.1:1\"\n\
               [[jobs]]\nname = \"evaluate\"\nrun = \"evaluate-alerts\"\ncron = \"* * * * *\"\n\
               [rotations.engineer]\nmembers = [\"on_call\", \"lead\"]\nstarts = \"2025-01-06\"\n\
               [baselines.sold]\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + job));
    place.write("app.log", "hi\n");
    place.line("logs ship").exits(3);
    place.write("app.deadletter.jsonl", DEAD_LETTER);
    place.write("queries/still.sql", "SELECT 1 AS value");
    place.write("pir/INC-2025-10-20-001.md", REVIEW);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    place.line("--now 2025-10-24T10:05:00Z --commit pir new --from-incident 1").exits(0);
    place.write("failing.yaml", FAILING);
    place.line("tokens create --scope ingest --store 3 --name till --by ivan").exits(0);
    let usual = "INSERT INTO baseline VALUES ('sold', '{\"store_id\":\"3\"}', '3', 9, 42, 3, 8, '')";
    Connection::open(place.path("tillwatch.db")).unwrap().execute(usual, []).unwrap();
    let document = document("docs/json.md");
    let mut seen = 0;
    for section in document.split("\n## `").skip(1) {
        let line = section.split('`').next().unwrap();
        let block = blocks(section).into_iter().next();
        let documented: Value = block.map_or(Value::Null, |block| serde_json::from_str(&block.text).unwrap());
        let mut words = vec!["--now", "2025-10-24T10:05:01Z", "--commit", "--format", "json"];
        words.extend(line.split(' '));
        let printed = place.run(&words);
        assert!(!printed.stdout.is_empty(), "{line}: {}", printed.stderr);
        assert_eq!(difference("", &documented, &printed.json()), [""; 0], "{line}");
        seen += 1;
    }
    assert!(seen >= 14, "{seen}");
}

#[test]
fn the_receiver_answers_its_documents_requests_as_it_says() {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        "version = 1\n[[stores]]\nid = \"1\"\nname = \"x\"\n[serve]\nallow_anonymous = true\n",
    );
    let document = document("docs/receiver.md");
    for command in commands(&document) {
        let _ = run(&place, "", &command);
    }
    let server = Server::start(&place, &[]);
    let mut seen = 0;
    for section in document.split("\n## `POST /api/monitoring/").skip(1) {
        let what = section.split('`').next().unwrap();
        let [request, documented] =
            [0, 1].map(|block| serde_json::from_str(&blocks(section)[block].text).unwrap());
        let answer = server.post(what, None, &request);
        let printed: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(
            (answer.status, difference("", &documented, &printed)),
            (200, Vec::new()),
            "{what}: {printed}"
        );
        seen += 1;
    }
    assert_eq!(seen, 3);
}

#[test]
fn every_link_within_the_documents_leads_somewhere() {
    let link = regex::Regex::new(r"\]\(([^)#:]+)\)").unwrap();
    for name in [
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/channels.md",
        "docs/configuration.md",
        "docs/dashboards.md",
        "docs/events.md",
        "docs/exit-codes.md",
        "docs/incidents.md",
        "docs/json.md",
        "docs/log-queries.md",
        "docs/metrics.md",
        "docs/operations.md",
        "docs/receiver.md",
        "docs/reports.md",
        "docs/reviews.md",
        "docs/rule-tests.md",
        "docs/rules.md",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain(runbooks())
    {
        let name = name.as_str();
        for found in link.captures_iter(&document(name)) {
            let target = Path::new(env!("CARGO_MANIFEST_DIR")).join(name).with_file_name(&found[1]);
            assert!(target.exists(), "{name}: {}", &found[1]);
        }
    }
}
