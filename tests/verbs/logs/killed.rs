//! Runs that are killed at any moment, and receivers that die in the middle: at a receiver that keeps ids every line is
//! there once, and in its order.

use std::io::Read as _;
use std::process::Stdio;
use std::sync::mpsc::{Receiver as Events, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::{LOG, append, kept, project};
use crate::support::Place;
use crate::support::receiver::{Answer, Receiver, Request};

const RUNS: usize = 50;

/// A linear congruential generator: all that is wanted is the same sequence each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// What ends the wait for a run.
enum Event {
    Ended,
    /// The receiver wants the sender dead before it answers.
    Kill(Sender<()>),
}

/// Takes batches and says so, takes them and hangs up or breaks off, has their sender killed before or after it took
/// them, refuses them for now, or wants them smaller.
struct Moody {
    taken: Arc<Mutex<Vec<Request>>>,
    calm: Arc<Mutex<bool>>,
    events: Sender<Event>,
    dice: Dice,
}

impl Moody {
    fn answer(&mut self, request: &Request) -> Answer {
        if *self.calm.lock().unwrap() {
            return self.take(request, Answer::Status(200));
        }
        match self.dice.roll(20) {
            0..10 => self.take(request, Answer::Status(200)),
            10 => self.take(request, Answer::HangUp),
            11 => self.take(request, Answer::Half),
            12 => Answer::HangUp,
            13 => Answer::Status(503),
            14 | 15 if request.body.len() > 20_000 => Answer::Status(413),
            16 | 17 => self.kill(),
            _ => {
                let answer = self.take(request, Answer::HangUp);
                self.kill();
                answer
            }
        }
    }

    fn take(&self, request: &Request, answer: Answer) -> Answer {
        self.taken.lock().unwrap().push(request.clone());
        answer
    }

    /// Answers once its sender is dead.
    fn kill(&self) -> Answer {
        let (done, is_done) = channel();
        if self.events.send(Event::Kill(done)).is_ok() {
            let _ = is_done.recv_timeout(Duration::from_secs(10));
        }
        Answer::HangUp
    }
}

/// Runs `logs ship`, killed after `patience` or when the receiver wants it; true if it was.
fn run(place: &Place, patience: Duration, (sender, events): &(Sender<Event>, Events<Event>)) -> bool {
    let mut command = place.command(&["logs", "ship"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut output, ended) = (child.stdout.take().unwrap(), sender.clone());
    let watch = thread::spawn(move || {
        let _ = output.read_to_end(&mut Vec::new());
        let _ = ended.send(Event::Ended);
    });
    let event = events.recv_timeout(patience);
    // One that has ended is asked in vain.
    let _ = child.kill();
    child.wait().unwrap();
    watch.join().unwrap();
    let was_killed = !matches!(event, Ok(Event::Ended));
    for event in event.into_iter().chain(events.try_iter()) {
        if let Event::Kill(done) = event {
            // The receiver may have given up waiting.
            let _ = done.send(());
        }
    }
    was_killed
}

/// Adds up to so many lines to the log.
fn write(place: &Place, dice: &mut Dice, written: &mut Vec<String>, most: u64) {
    let mut text = String::new();
    for _ in 0..=dice.roll(most) {
        let line = format!("{{\"n\":{},\"text\":\"{}\"}}", written.len(), "x".repeat(400));
        text.extend([&line, "\n"]);
        written.push(line);
    }
    append(place, LOG, text);
}

#[test]
fn whenever_a_run_or_its_receiver_dies_every_line_arrives_once() {
    let (taken, calm, events) = (Arc::default(), Arc::default(), channel());
    let mut moody =
        Moody { taken: Arc::clone(&taken), calm: Arc::clone(&calm), events: events.0.clone(), dice: Dice(7) };
    let receiver = Receiver::start(move |request| moody.answer(request));
    let place = project(&receiver.url(), "");
    let (mut dice, mut written, mut deaths, mut usual) = (Dice(11), Vec::new(), 0, Duration::ZERO);
    for number in 0..RUNS {
        write(&place, &mut dice, &mut written, 300);
        // A third of the runs may go on as long as they like; the others end at a moment before a whole run would.
        let is_patient = number == 0 || dice.roll(3) == 0;
        let percent = u32::try_from(dice.roll(125)).unwrap();
        let began = Instant::now();
        let patience = if is_patient { Duration::from_mins(1) } else { usual * percent / 100 };
        deaths += usize::from(run(&place, patience, &events));
        usual = if is_patient { began.elapsed() } else { usual };
    }
    assert!(deaths > RUNS / 5 && receiver.requests().len() > RUNS / 2, "{deaths} of {RUNS} runs were killed");
    *calm.lock().unwrap() = true;
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(kept(&taken.lock().unwrap()), written);
}

#[test]
fn whenever_a_run_dies_a_file_has_every_line_once() {
    let place = project("http://127.0.0.1:9", "");
    let config = place.read("tillwatch.toml");
    let to_file = config.replace("url = \"http://127.0.0.1:9\"", "kind = \"file\"\npath = \"copy.jsonl\"");
    place.write("tillwatch.toml", &to_file);
    let (mut dice, mut written) = (Dice(3), Vec::new());
    let length = || std::fs::metadata(place.path("copy.jsonl")).map_or(0, |file| file.len());
    for _ in 0..RUNS {
        write(&place, &mut dice, &mut written, 60);
        let before = length();
        let mut child =
            place.command(&["logs", "ship"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // As soon as the file has grown the run is between its batch and its note of it.
        while length() == before && child.try_wait().unwrap().is_none() {
            thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
    }
    place.run(&["logs", "ship"]).exits(0);
    let copy = place.read("copy.jsonl");
    let message = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(copy.lines().map(message).collect::<Vec<_>>(), written);
}
