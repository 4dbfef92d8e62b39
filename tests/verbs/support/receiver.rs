//! An HTTP receiver in a thread: answers as the test says, and keeps what it was sent.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What was sent.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub method: String,
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in:\n{}", self.body))
    }
}

/// How to answer.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Status(u16),
    /// A status and a body.
    Text(u16, String),
    /// A whole answer, status line and headers included.
    Raw(String),
    /// Close the connection without a word.
    HangUp,
    /// Close the connection in the middle of an answer that says 200.
    Half,
}

/// Listens on a port of its own until the test's process ends.
pub(crate) struct Receiver {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Receiver {
    /// Answers each request as `answer` says; it may block, and then the sender waits.
    pub(crate) fn start(mut answer: impl FnMut(&Request) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let Some(request) = read(&stream) else { continue };
                kept.lock().unwrap().push(request.clone());
                // Whoever sent it may have been killed meanwhile.
                let _ = write(&mut stream, answer(&request));
            }
        });
        Self { address, requests }
    }

    /// Says 200 to everything.
    pub(crate) fn willing() -> Self {
        Self::start(|_| Answer::Status(200))
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was sent so far, in order.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").map_or("0", |(_, value)| value);
    let mut body = vec![0; length.parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some(Request { method, path, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

fn write(stream: &mut TcpStream, answer: Answer) -> std::io::Result<()> {
    let (status, body, length) = match answer {
        Answer::HangUp => return Ok(()),
        Answer::Raw(answer) => return stream.write_all(answer.as_bytes()),
        Answer::Status(status) => (status, String::new(), 0),
        Answer::Half => (200, "{".to_owned(), 100),
        Answer::Text(status, body) => (status, body.clone(), body.len()),
    };
    write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}
