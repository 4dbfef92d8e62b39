//! Channels as a whole run uses them, beside what each sends (src/notify/channel/contract/): real receivers, secrets,
//! and what `check` says.

use std::fs;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::support::hook::Hook;
use super::support::mailbox::Mailbox;
use super::support::shop::{RULES, evaluate, sell, shop};
use super::support::{Place, Ran};

/// A shop whose one rule tells this channel.
fn shop_with(hook: &Hook, channel: &str, contact: &str) -> Place {
    let place = shop(hook);
    let config = place.read("tillwatch.toml") + channel + contact;
    place.write("tillwatch.toml", &config);
    place.write("rules/shop.yaml", &RULES.replace("{ sms: [on_call, lead] }", "{ under_test: [somebody] }"));
    place
}

/// A real Alertmanager on loopback, ended by its process id.
struct Alertmanager {
    url: String,
    server: Child,
    _storage: TempDir,
}

impl Alertmanager {
    /// Posts what it is told to `hook`.
    fn start(hook: &Hook) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let storage = tempfile::tempdir().unwrap();
        let file = storage.path().join("alertmanager.yml");
        let config = format!(
            "route: {{ receiver: hook, group_by: [alertname], group_wait: 0s }}\n\
             receivers: [ {{ name: hook, webhook_configs: [ {{ url: '{}/from-alertmanager' }} ] }} ]\n",
            hook.url
        );
        fs::write(&file, config).unwrap();
        let server = Command::new("prometheus-alertmanager")
            .arg(format!("--config.file={}", file.display()))
            .arg(format!("--storage.path={}", storage.path().join("data").display()))
            .arg(format!("--web.listen-address=127.0.0.1:{port}"))
            .arg("--cluster.listen-address=")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let alertmanager = Self { url: format!("http://127.0.0.1:{port}"), server, _storage: storage };
        while !alertmanager.amtool(&["alert"]).status.success() {
            std::thread::yield_now();
        }
        alertmanager
    }

    fn amtool(&self, arguments: &[&str]) -> std::process::Output {
        let url = format!("--alertmanager.url={}", self.url);
        Command::new("amtool").arg(url).args(arguments).output().unwrap()
    }

    /// The alerts that it holds to fire.
    fn alerts(&self) -> Vec<Value> {
        let output = self.amtool(&["alert", "query", "--output=json"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

impl Drop for Alertmanager {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// As cron runs it: with the machine's own clock.
fn evaluate_now(place: &Place) -> Ran {
    place.run(&["evaluate-alerts", "--format", "json"])
}

/// Sales of which this share succeeded, whenever it is asked.
fn always(place: &Place, percent: f64) {
    let query = format!(
        "-- source: backend\n-- labels: [store_id]\nSELECT 3 AS store_id, 10 AS total, {percent} AS value"
    );
    place.write("queries/success.sql", &query);
}

fn instant(value: &Value) -> jiff::Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
#[ignore = "needs prometheus-alertmanager; scripts/test runs it"]
fn a_real_alertmanager_holds_our_alert_until_it_ends() {
    let (hook, from_alertmanager) = (Hook::start(), Hook::start());
    let alertmanager = Alertmanager::start(&from_alertmanager);
    let channel = format!("[channels.under_test.alertmanager]\nurls = [\"{}\"]\n", alertmanager.url);
    let place = shop_with(&hook, &channel, "");
    always(&place, 40.5);
    let _ = evaluate_now(&place).exits(1);

    let alerts = alertmanager.alerts();
    let [alert] = alerts.as_slice() else { panic!("{alerts:?}") };
    let label = |name: &str| alert["labels"][name].as_str().unwrap().to_owned();
    assert_eq!(["alertname", "severity", "store_id"].map(label), ["SuccessLow", "P1", "3"]);
    assert_eq!(alert["annotations"]["value"], "40.5");
    let now = jiff::Timestamp::now();
    assert!(instant(&alert["endsAt"]) >= now + jiff::SignedDuration::from_mins(4), "{alert}");

    always(&place, 30.5);
    let _ = evaluate_now(&place).exits(1);
    let later = alertmanager.alerts();
    assert_eq!(
        (later.len(), &later[0]["annotations"]["value"]),
        (1, &Value::from("30.5")),
        "the same alert, as it is now"
    );
    assert_eq!(later[0]["startsAt"], alert["startsAt"]);
    assert!(
        instant(&later[0]["endsAt"]) > instant(&alert["endsAt"]),
        "and it is not forgotten between two runs"
    );

    always(&place, 100.0);
    let _ = evaluate_now(&place).exits(0);
    assert_eq!(alertmanager.alerts(), Vec::<Value>::new(), "its end is told, not waited for");
}

#[test]
#[ignore = "needs prometheus-alertmanager; scripts/test runs it"]
fn our_version_of_its_webhook_has_the_keys_of_a_real_one() {
    let (hook, from_alertmanager) = (Hook::start(), Hook::start());
    let alertmanager = Alertmanager::start(&from_alertmanager);
    let channel = format!(
        "[channels.under_test.alertmanager]\nurls = [\"{}\"]\n[channels.bridge.alertmanager_webhook]\nurl = \"{}\"\n",
        alertmanager.url, hook.url
    );
    let place = shop_with(&hook, &channel, "");
    let both = "{ under_test: [somebody] }, { bridge: [somebody] }";
    place.write("rules/shop.yaml", &RULES.replace("{ sms: [on_call, lead] }", both));
    always(&place, 40.5);
    let _ = evaluate_now(&place).exits(1);
    while from_alertmanager.requests().is_empty() {
        std::thread::yield_now();
    }
    let (ours, theirs) = (hook.requests()[0].json(), from_alertmanager.requests()[0].json());
    let keys =
        |json: &Value| json.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(keys(&ours), keys(&theirs));
    assert_eq!(keys(&ours["alerts"][0]), keys(&theirs["alerts"][0]));
    for key in ["version", "status", "commonLabels"] {
        assert_eq!(ours[key], theirs[key], "{key}");
    }
    for key in ["labels", "annotations", "status", "startsAt", "endsAt"] {
        assert_eq!(ours["alerts"][0][key], theirs["alerts"][0][key], "{key}");
    }
}

/// Headers of a mail, decoded by Python's own mail library rather than ours.
fn header(mail: &str, name: &str) -> String {
    let program = "import sys, email, email.policy\n\
                   print(email.message_from_string(sys.stdin.read(), policy=email.policy.default)[sys.argv[1]] or '')";
    let mut python = Command::new("python3")
        .args(["-c", program, name])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut python.stdin.take().unwrap(), mail.as_bytes()).unwrap();
    String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap().trim().to_owned()
}

#[test]
#[ignore = "needs aiosmtpd; scripts/test runs it"]
fn the_mails_of_an_incident_are_a_thread_of_their_own() {
    let (hook, mailbox) = (Hook::start(), Mailbox::start());
    let channel = format!(
        "[channels.under_test.smtp]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\nfrom = \"till@example.org\"\n",
        mailbox.port
    );
    let place = shop_with(&hook, &channel, "[contacts.somebody]\nemail = \"on-call@example.org\"\n");
    for (sold, now) in
        [("2025-10-24 10:00:00", "2025-10-24T10:05:00Z"), ("2025-10-24 12:00:00", "2025-10-24T12:05:00Z")]
    {
        sell(&place, sold, 6);
        let _ = evaluate(&place, now).exits(1);
        sell(&place, &sold.replace(":00:", ":20:"), 0);
        let _ = evaluate(&place, &now.replace(":05:", ":21:")).exits(0);
    }
    let mails = mailbox.mails();
    let all = |name: &str| -> Vec<String> { mails.iter().map(|mail| header(mail, name)).collect() };
    let (ids, replies, references) = (all("Message-ID"), all("In-Reply-To"), all("References"));
    assert_eq!(ids.len(), 4);
    assert_eq!(replies, ["", &ids[0], "", &ids[2]], "the end replies to the beginning");
    for (beginning, end) in [(0, 1), (2, 3)] {
        assert_eq!(references[end], format!("{} {}", references[beginning], ids[beginning]));
    }
    assert_ne!(references[0], references[2], "another incident is another thread");
    assert!(all("Auto-Submitted").iter().all(|value| value == "auto-generated"));
}

#[test]
fn no_secret_of_any_channel_reaches_a_log_an_error_or_the_database() {
    let hook = Hook::start();
    let url = &hook.url;
    let place = shop(&hook);
    place.write("token", "s3cr3t-token\n");
    place.write("hook", &format!("{url}/services/T0/B0/s3cr3t-path?key=s3cr3t-key\n"));
    let kinds = [
        format!("alertmanager]\nurls = [\"{url}\"]\ntoken = \"file:token\""),
        "alertmanager_webhook]\nurl = \"file:hook\"\ntoken = \"file:token\"".to_owned(),
        format!("pagerduty]\nrouting_key = \"file:token\"\nbase_url = \"{url}\""),
        "slack]\nurl = \"file:hook\"".to_owned(),
        format!("slack_bot]\ntoken = \"file:token\"\nbase_url = \"{url}\""),
        format!(
            "twilio_sms]\naccount_sid = \"AC1\"\nauth_token = \"file:token\"\nfrom = \"x\"\nbase_url = \"{url}\""
        ),
        format!(
            "twilio_voice]\naccount_sid = \"AC1\"\nauth_token = \"file:token\"\nfrom = \"x\"\nbase_url = \"{url}\""
        ),
        "webhook]\nurl = \"file:hook\"\ntoken = \"file:token\"".to_owned(),
    ];
    let mut config =
        place.read("tillwatch.toml") + "[contacts.everybody]\nphone = \"+70000000003\"\nslack = \"U1\"\n";
    let mut notify = Vec::new();
    for (index, kind) in kinds.iter().enumerate() {
        config.extend([&format!("[channels.c{index}."), kind.as_str(), "\n"]);
        notify.push(format!("{{ c{index}: [everybody] }}"));
    }
    place.write("tillwatch.toml", &config);
    place.write("rules/shop.yaml", &RULES.replace("{ sms: [on_call, lead] }", &notify.join(", ")));
    sell(&place, "2025-10-24 10:00:00", 6);
    for (minute, part) in ["{line}", "{authorization}", "{body}"].into_iter().enumerate() {
        hook.answer(&format!("HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n{part}"));
        let now = format!("2025-10-24T10:{:02}:00Z", 5 + minute);
        let ran =
            place.run(&["-vv", "--now", &now, "--commit", "evaluate-alerts", "--format", "json"]).exits(3);
        assert_eq!(ran.json()["delivery"]["retried"], kinds.len(), "{}", ran.stderr);
        let files =
            ["tillwatch.db", "tillwatch.db-wal"].map(|name| fs::read(place.path(name)).unwrap_or_default());
        let stored = String::from_utf8_lossy(&files.concat()).into_owned();
        assert!(stored.contains("answered 500"), "errors are stored");
        for text in [ran.stdout, ran.stderr, stored, place.line("incident show 1").exits(0).stdout] {
            assert!(!text.contains("s3cr3t"), "{part}: {}", text.split("s3cr3t").next().unwrap());
        }
    }
    let sent = hook.requests().iter().filter(|request| format!("{request:?}").contains("s3cr3t")).count();
    assert!(sent > 0, "the receivers did get them");
}

#[rstest::rstest]
#[case("[channels.a.pagerduty]\n", 3, "missing field `routing_key`")]
#[case("[channels.a.slack]\nurl = \"https://hooks.example.org/s3cr3t\"", 4, "a secret is written env:NAME")]
#[case("[channels.a.webhook]\nurl = \"gateway.example.org\"", 4, "a URL begins with http:// or https://")]
#[case("[channels.a.alertmanager]\nurls = []", 4, "needs at least one entry")]
#[case("[channels.a.alertmanager]\nurls = [\"http://u:p@am:9093\"]", 4, "a URL holds no credentials")]
#[case("[channels.a.exec]\ncommand = []", 4, "needs at least one entry")]
#[case("[channels.a.slak]\nurl = \"env:X\"", 3, "(did you mean slack?)")]
#[case(
    "[channels.a.twilio_sms]\naccount_sid = \"AC1\"\nauth_token = \"env:X\"\nfrm = \"x\"",
    6,
    "(did you mean from?)"
)]
#[case(
    "[channels.a.webhook]\nurl = \"http://x\"\naddress = \"fone\"",
    5,
    "no contact has an address of the kind fone (did you mean phone?)"
)]
#[case(
    "[channels.a.smtp]\nhost = \"x\"\nfrom = \"nobody\"",
    5,
    "(write it like tillwatch <alerts@example.org>)"
)]
#[case(
    "[channels.a.smtp]\nhost = \"x\"\nfrom = \"a@b.c\"\nusername = \"a\"",
    6,
    "has no password (add password = \"env:NAME\")"
)]
#[case(
    "[channels.a.pagerduty]\nrouting_key = \"env:HOME\"\nseverities = { P11 = \"info\" }",
    5,
    "there is no [severities.P11] (did you mean P1?)"
)]
#[case(
    "[channels.a.slack]\nurl = \"env:X\"\ntimeout = \"2m\"",
    5,
    "2m is longer than an attempt may take (1m at the most)"
)]
#[case("[channels.a.slack]\nurl = \"env:HOME\"", 4, "env:HOME holds no URL")]
fn a_mistake_in_a_channel_is_named_with_its_line(
    #[case] channel: &str,
    #[case] line: usize,
    #[case] said: &str,
) {
    let place = Place::new();
    let rest = "\n[contacts.a]\nphone = \"+1\"\n[severities.P1]\nhelp = \"x\"\n";
    place.write("tillwatch.toml", &format!("version = 1\n\n{channel}{rest}"));
    let ran = place.line("check").exits(2);
    let all = ran.stdout + &ran.stderr;
    let found =
        all.lines().find(|line| line.contains(said)).unwrap_or_else(|| panic!("{said} is not in:\n{all}"));
    assert!(found.contains(&format!("tillwatch.toml:{line}:")), "{found}");
    assert!(!all.contains("s3cr3t"), "{all}");
}
