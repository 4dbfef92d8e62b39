//! Runs that are killed at any moment, and receivers that die in the middle: at a receiver that keeps ids every line is
//! there once, and in its order.

use std::process::Stdio;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::{LOG, append, kept, project};
use crate::support::Place;
use crate::support::receiver::{Answer, Receiver, Request};

const RUNS: usize = 60;

/// A linear congruential generator: all that is wanted is the same sequence each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Takes batches and says so, takes them and hangs up or breaks off, has their sender killed before or after it took
/// them, refuses them for now, or wants them smaller.
struct Moody {
    taken: Arc<Mutex<Vec<Request>>>,
    calm: Arc<Mutex<bool>>,
    kill: Sender<Sender<()>>,
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
        let (done, is_done) = mpsc::channel();
        self.kill.send(done).unwrap();
        let _ = is_done.recv_timeout(Duration::from_secs(10));
        Answer::HangUp
    }
}

/// Runs `logs ship`, killed when the receiver wants it or once patience is over.
fn run(place: &Place, patience: Duration, kill: &mpsc::Receiver<Sender<()>>) {
    let mut child =
        place.command(&["logs", "ship"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let wanted = kill.recv_timeout(patience);
    // One that ends by itself is asked in vain.
    let _ = child.kill();
    child.wait().unwrap();
    for done in wanted.into_iter().chain(kill.try_iter()) {
        // The receiver may have given up waiting.
        let _ = done.send(());
    }
}

#[test]
fn whenever_a_run_or_its_receiver_dies_every_line_arrives_once() {
    let (taken, calm, (kill, kills)) = (Arc::default(), Arc::default(), mpsc::channel());
    let mut moody = Moody { taken: Arc::clone(&taken), calm: Arc::clone(&calm), kill, dice: Dice(7) };
    let receiver = Receiver::start(move |request| moody.answer(request));
    let place = project(&receiver.url(), "");
    let (mut dice, mut written) = (Dice(11), Vec::new());
    for run_number in 0..RUNS {
        for number in 0..dice.roll(300) {
            let line = format!("{{\"run\":{run_number},\"n\":{number},\"text\":\"{}\"}}", "x".repeat(400));
            append(&place, LOG, format!("{line}\n"));
            written.push(line);
        }
        run(&place, Duration::from_millis(5 + dice.roll(150)), &kills);
    }
    *calm.lock().unwrap() = true;
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(kept(&taken.lock().unwrap()), written);
}

#[test]
fn whenever_a_run_dies_a_file_has_every_line_once() {
    let place = project("http://127.0.0.1:9", "");
    let config = place
        .read("tillwatch.toml")
        .replace("url = \"http://127.0.0.1:9\"", "kind = \"file\"\npath = \"copy.jsonl\"");
    place.write("tillwatch.toml", &config);
    let (mut dice, mut written) = (Dice(3), Vec::new());
    for run_number in 0..RUNS {
        for number in 0..dice.roll(300) {
            let line = format!("{run_number} {number} {}", "x".repeat(400));
            append(&place, LOG, format!("{line}\n"));
            written.push(line);
        }
        let mut child =
            place.command(&["logs", "ship"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(dice.roll(40)));
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
