//! A mail server on loopback that takes what it is given, or answers as it is told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Listens until the test ends.
pub(crate) struct PostOffice {
    pub port: u16,
    mails: Arc<Mutex<Vec<String>>>,
    refusal: Arc<Mutex<Option<(&'static str, String)>>>,
}

impl PostOffice {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mails, refusal) = (Arc::default(), Arc::default());
        let office = Self { port, mails: Arc::clone(&mails), refusal: Arc::clone(&refusal) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let refusal: Option<(&str, String)> = refusal.lock().unwrap().clone();
                let mails: Arc<Mutex<Vec<String>>> = Arc::clone(&mails);
                thread::spawn(move || serve(&stream, &mails, refusal.as_ref()));
            }
        });
        office
    }

    /// From now on answers a command so; `{}` stands for the command itself.
    pub(crate) fn refuse(&self, command: &'static str, answer: &str) {
        *self.refusal.lock().unwrap() = Some((command, answer.to_owned()));
    }

    /// The mails that were taken, as they were sent.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }
}

fn serve(mut stream: &TcpStream, mails: &Mutex<Vec<String>>, refusal: Option<&(&str, String)>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    stream.write_all(b"220 post office\r\n").ok()?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let line = line.trim();
        let answer = match refusal.filter(|(command, _)| line.starts_with(command)) {
            Some((_, answer)) => answer.replace("{}", line),
            None if line.starts_with("EHLO") => "250-post office\r\n250 AUTH PLAIN".to_owned(),
            None if line.starts_with("AUTH") => "235 welcome".to_owned(),
            None if line == "DATA" => "354 go on".to_owned(),
            None => "250 fine".to_owned(),
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).ok()?;
        if line == "DATA" && answer.starts_with("354") {
            let mut mail = String::new();
            while !mail.ends_with("\r\n.\r\n") {
                reader.read_line(&mut mail).ok().filter(|read| *read > 0)?;
            }
            mails.lock().unwrap().push(mail);
            stream.write_all(b"250 taken\r\n").ok()?;
        }
    }
}
