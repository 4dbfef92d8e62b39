//! Runs that are killed, runs side by side, and a channel that fails: everything is told at least once, and under one key.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver as Events, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::desk::{Desk, instant};
use crate::support::receiver::{Answer, Request};

/// Two sequences of so many runs each, side by side.
const RUNS: u64 = 250;

/// A linear congruential generator: all that is wanted is the same sequence each time.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// What the receiver took: for each key what it said, in the order in which the keys came first.
#[derive(Default)]
struct Taken {
    order: Vec<String>,
    said: BTreeMap<String, BTreeSet<String>>,
    failures: BTreeMap<String, u32>,
    is_calm: bool,
}

impl Taken {
    fn take(&mut self, request: &Request) {
        let key = request.header("idempotency-key").unwrap().to_owned();
        let json = request.json();
        let incidents: Vec<_> =
            json["incidents"].as_array().unwrap().iter().map(|it| it["incident"].to_string()).collect();
        let said = format!(
            "{} {} {}",
            incidents.join("+"),
            json["to"].as_str().unwrap(),
            json["kind"].as_str().unwrap()
        );
        if !self.said.contains_key(&key) {
            self.order.push(key.clone());
        }
        self.said.entry(key).or_default().insert(said);
    }

    /// What was told, each key once, in order.
    fn messages(&self) -> Vec<String> {
        self.order.iter().map(|key| self.said[key].first().unwrap().clone()).collect()
    }
}

/// What ends the wait for a run.
enum Event {
    Ended,
    /// The receiver has what it was sent and wants the sender dead before it answers.
    Kill(Sender<()>),
}

/// Answers at random: takes it and says so, takes it and hangs up, takes it and has the sender killed, refuses it.
fn moody(
    seed: u64,
    taken: &Arc<Mutex<Taken>>,
    events: Sender<Event>,
) -> impl FnMut(&Request) -> Answer + Send + use<> {
    let (taken, mut dice) = (Arc::clone(taken), Dice(seed));
    move |request| {
        let mut state = taken.lock().unwrap();
        let failures =
            state.failures.entry(request.header("idempotency-key").unwrap().to_owned()).or_default();
        let mood = if *failures >= 3 { 0 } else { dice.roll(60) };
        *failures += 1;
        let is_taken = state.is_calm || !(36..48).contains(&mood);
        if is_taken {
            state.take(request);
        }
        match mood {
            _ if state.is_calm => Answer::Status(200),
            0..36 => Answer::Status(200),
            36..42 => Answer::Status(500),
            42..54 => Answer::HangUp,
            54..59 => Answer::Half,
            _ => {
                drop(state);
                let (done, is_done) = channel();
                if events.send(Event::Kill(done)).is_ok() {
                    let _ = is_done.recv_timeout(Duration::from_secs(5));
                }
                Answer::HangUp
            }
        }
    }
}

/// Runs an evaluation, killed after `patience` or when the receiver wants it; true if it was.
fn run(desk: &Desk, now: &str, patience: Duration, events: &Events<Event>, sender: &Sender<Event>) -> bool {
    let mut command = desk.place.command(&["--now", now, "--commit", "-q", "evaluate-alerts"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut output, sender) = (child.stdout.take().unwrap(), sender.clone());
    let watch = thread::spawn(move || {
        let _ = output.read_to_end(&mut Vec::new());
        let _ = sender.send(Event::Ended);
    });
    let kill = |child: &mut Child| {
        child.kill().unwrap();
        child.wait().unwrap().code().is_none()
    };
    let killed = match events.recv_timeout(patience) {
        Ok(Event::Ended) => child.wait().unwrap().code().is_none(),
        Ok(Event::Kill(done)) => {
            let killed = kill(&mut child);
            let _ = done.send(());
            killed
        }
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => kill(&mut child),
    };
    watch.join().unwrap();
    // Whoever waits for an answer to what is over goes on.
    while events.try_recv().is_ok() {}
    killed
}

const CONFIG: &str = "[routing]\nnotify = [{ chat = [\"ann\", \"bob\"] }]\nrepeat = \"30m\"\n\
                      [severities.P1]\nescalate = [{ after = \"20m\", to = [\"lead\"] }]\n";

#[rstest::rstest]
#[case::one_sequence(0x7469_6c6c)]
#[case::another(0x7761_7463)]
fn over_500_runs_killed_at_random_every_message_arrives_and_under_one_key(#[case] seed: u64) {
    let (taken, (sender, events)) = (Arc::new(Mutex::new(Taken::default())), channel());
    let desk =
        Desk::with(CONFIG, &[("Slow", "P1", ""), ("Down", "P2", "")], moody(seed, &taken, sender.clone()));
    let began = Instant::now();
    desk.run("00:00", &["-q", "evaluate-alerts"]).exits(0);
    let mut usual = began.elapsed();

    let (mut dice, mut now, mut kills) = (Dice(seed), Clock(0), 0_u32);
    let mut stores: BTreeMap<&str, BTreeSet<i64>> =
        BTreeMap::from([("Slow", BTreeSet::new()), ("Down", BTreeSet::new())]);
    for _ in 0..RUNS {
        if dice.roll(3) == 0 {
            let (name, store) =
                (["Slow", "Down"][usize::from(dice.roll(2) == 0)], i64::try_from(dice.roll(3)).unwrap());
            let all = stores.get_mut(name).unwrap();
            if !all.remove(&store) {
                all.insert(store);
            }
            desk.trouble(name, &all.iter().copied().collect::<Vec<_>>());
        }
        now.0 += 20 + dice.roll(160);
        // Somewhere in the time that a run takes, or a little later.
        let patience = if dice.roll(2) == 0 {
            Duration::from_mins(1)
        } else {
            usual * u32::try_from(dice.roll(125)).unwrap() / 100
        };
        let began = Instant::now();
        if run(&desk, &now.to_string(), patience, &events, &sender) {
            kills += 1;
        } else {
            usual = (usual * 3 + began.elapsed()) / 4;
        }
    }

    taken.lock().unwrap().is_calm = true;
    desk.trouble("Slow", &[]);
    desk.trouble("Down", &[]);
    loop {
        now.0 += 600;
        let ran = desk
            .place
            .run(&["--now", &now.to_string(), "--commit", "evaluate-alerts", "--format", "json"])
            .exits(0);
        if ran.json()["delivery"]["waiting"] == 0 {
            break;
        }
    }
    assert!(kills > 50, "only {kills} of {RUNS} runs were killed");
    all_was_told(&desk, &taken.lock().unwrap());
}

/// Seconds since the beginning of a day.
struct Clock(u64);

impl std::fmt::Display for Clock {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (minutes, hours) = (self.0 / 60, self.0 / 3600);
        write!(out, "2025-10-{:02}T{:02}:{:02}:{:02}Z", 1 + hours / 24, hours % 24, minutes % 60, self.0 % 60)
    }
}

fn all_was_told(desk: &Desk, taken: &Taken) {
    let own = desk.own();
    let ask = |sql: &str| -> Vec<String> {
        own.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(ask("PRAGMA integrity_check"), ["ok"]);
    let lost = "SELECT subject || ' ' || kind || ' ' || state FROM outbox \
                WHERE NOT (state = 'sent' OR state IN ('superseded', 'skipped') AND attempts = 0)";
    assert_eq!(ask(lost), Vec::<String>::new());
    let unopened = "SELECT CAST(id AS TEXT) FROM incident WHERE closed IS NULL OR 2 <> \
                    (SELECT count(*) FROM outbox WHERE outbox.incident = incident.id AND kind = 'open')";
    assert_eq!(ask(unopened), Vec::<String>::new());
    let twice: Vec<_> = taken.said.values().filter(|said| said.len() > 1).collect();
    assert!(twice.is_empty(), "one key for more than one message: {twice:?}");

    let mut told = taken.messages();
    let mut sent = ask("SELECT incident || ' ' || recipient || ' ' || kind FROM outbox WHERE state = 'sent'");
    assert!(sent.len() > 150, "only {} messages", sent.len());
    let by_whom = |told: &[String]| {
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for message in told {
            let (subject, kind) = message.rsplit_once(' ').unwrap();
            all.entry(subject.to_owned()).or_default().push(kind.to_owned());
        }
        all
    };
    for (subject, kinds) in by_whom(&told) {
        let ends: Vec<usize> = (0..kinds.len()).filter(|index| kinds[*index] == "end").collect();
        assert_eq!(ends, [kinds.len() - 1], "{subject} was told {kinds:?}");
    }
    told.sort();
    sent.sort();
    assert_eq!(told, sent, "each message that was sent arrived under one key, and no other did");
}

#[test]
fn of_two_evaluations_at_once_one_works_and_the_other_exits_4() {
    let (arrived, has_arrived) = channel();
    let (go, may_go) = channel::<()>();
    let desk = Desk::with(
        "[routing]\nnotify = [{ chat = [\"ann\"] }]\n[sources.prom]\nurl = \"prometheus+URL\"\n",
        &[],
        move |request| {
            if !request.path.contains("/api/v1/query") {
                return Answer::Status(200);
            }
            arrived.send(()).unwrap();
            may_go.recv().unwrap();
            let vector = r#"{"status":"success","data":{"resultType":"vector","result":[{"metric":{"job":"till"},"value":[1761300000,"0"]}]}}"#;
            Answer::Text(200, vector.into())
        },
    );
    let rule = "groups:\n- name: g\n  rules:\n  - { alert: Down, severity: P1, expr: up == 0 }\n";
    desk.place.write("rules/desk.yaml", rule);
    let args = ["--now", &instant("10:00"), "--commit", "-q", "evaluate-alerts"];
    let mut first = desk.place.command(&args).stdout(Stdio::null()).spawn().unwrap();
    has_arrived.recv().unwrap();
    let second = desk.place.run(&args).exits(4);
    assert!(second.stderr.contains("another run holds `evaluate`"), "{}", second.stderr);
    go.send(()).unwrap();
    assert_eq!(first.wait().unwrap().code(), Some(1));
    let told = desk.news().into_iter().filter(|request| request.path == "/chat").count();
    assert_eq!(told, 1);
}

#[test]
fn what_one_run_is_sending_no_other_run_sends() {
    let (arrived, has_arrived) = channel();
    let (go, may_go) = channel::<()>();
    let both = "[routing]\nnotify = [{ chat = [\"ann\"] }]\n[channels.slow.webhook]\nurl = \"OTHER/slow\"\naddress = \"id\"\n";
    let slow = crate::support::receiver::Receiver::start(move |_| {
        arrived.send(()).unwrap();
        may_go.recv().unwrap();
        Answer::Status(200)
    });
    let rules = [("Slow", "P1", ", notify: [ { slow: [bob] } ]"), ("Down", "P1", "")];
    let desk = Desk::new(&both.replace("OTHER", &slow.url()), &rules);
    desk.trouble("Slow", &[1]);
    let args = ["--now", &instant("10:00"), "--commit", "-q", "evaluate-alerts"];
    let mut first = desk.place.command(&args).stdout(Stdio::null()).spawn().unwrap();
    has_arrived.recv().unwrap();
    desk.trouble("Down", &[1]);
    assert_eq!(desk.at("10:01"), ["open ann: Down/1"], "the lock is free, and what is claimed is left alone");
    desk.run("10:01", &["-q", "alerts", "test", "chat", "--to", "ann"]).exits(0);
    assert_eq!(desk.news().len(), 1);
    go.send(()).unwrap();
    assert_eq!(first.wait().unwrap().code(), Some(1));
    assert_eq!(desk.at("10:03"), [""; 0]);
    assert_eq!(slow.requests().len(), 1);
}

#[test]
fn six_runs_side_by_side_tell_everything_once() {
    let config = "[routing]\nnotify = [{ chat = [\"ann\", \"bob\"] }]\n";
    let desk = Desk::new(config, &[("Slow", "P1", "")]);
    desk.run("09:00", &["-q", "evaluate-alerts"]).exits(0);
    for round in 1..=5 {
        desk.trouble("Slow", &(1..=round * 3).collect::<Vec<_>>());
        let now = instant(&format!("1{round}:00"));
        let args = ["--now", &now, "--commit", "-q", "evaluate-alerts"];
        let runs: Vec<Child> = (0..6)
            .map(|_| desk.place.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
            .collect();
        let mut codes: Vec<_> = runs.into_iter().map(|mut run| run.wait().unwrap().code().unwrap()).collect();
        codes.sort_unstable();
        assert!(codes[0] == 1 && codes.iter().all(|code| [1, 4].contains(code)), "{codes:?}");
        // Whatever a run had claimed it has sent before it ended.
        assert_eq!(desk.news().len(), 6, "three stores, two recipients");
    }
}
