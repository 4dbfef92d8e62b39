//! Servers that say what a test wants, on loopback.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What one connection gets.
#[derive(Clone)]
pub(super) struct Answer {
    text: String,
    hangs: bool,
}

impl Answer {
    /// Says it and closes.
    pub(super) fn then_close(text: &str) -> Self {
        Self { text: text.into(), hangs: false }
    }

    /// Says it and stays silent until the other side leaves.
    pub(super) fn then_hang(text: &str) -> Self {
        Self { text: text.into(), hangs: true }
    }
}

/// A listener whose thread ends with the test's process.
pub(super) struct Server {
    port: u16,
    asked: Arc<Mutex<String>>,
}

impl Server {
    pub(super) fn start(answer: Answer) -> Self {
        Self::start_with(vec![answer])
    }

    /// Gives one answer to each connection, the last one to all further ones.
    pub(super) fn start_with(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), asked: Arc::default() };
        let asked = server.asked.clone();
        thread::spawn(move || {
            for (index, stream) in listener.incoming().flatten().enumerate() {
                let answer = answers[index.min(answers.len() - 1)].clone();
                let asked = asked.clone();
                thread::spawn(move || serve(stream, &answer, &asked));
            }
        });
        server
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Everything that was asked, headers included.
    pub(super) fn asked(&self) -> String {
        self.asked.lock().unwrap().clone()
    }
}

/// The other side may leave at any time; that is for the test to judge, not for the server.
fn serve(mut stream: TcpStream, answer: &Answer, asked: &Mutex<String>) {
    let mut head = [0; 4096];
    let length = stream.read(&mut head).unwrap_or(0);
    asked.lock().unwrap().push_str(&String::from_utf8_lossy(&head[..length]));
    let _ = stream.write_all(answer.text.as_bytes());
    while answer.hangs && stream.read(&mut head).is_ok_and(|length| length > 0) {}
}

/// A port on which nobody listens, however many tests run: it is reserved, and no test is its service.
pub(super) const CLOSED_PORT: u16 = 1;

/// Ports on which nobody listens, each another.
pub(super) fn free_ports<const N: usize>() -> [u16; N] {
    let listeners: [TcpListener; N] = std::array::from_fn(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}
