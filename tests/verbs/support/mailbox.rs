//! A real mail server on loopback: Debian's aiosmtpd, which keeps what it takes in a maildir.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Runs until dropped.
pub(crate) struct Mailbox {
    pub port: u16,
    server: Child,
    folder: TempDir,
}

impl Mailbox {
    pub(crate) fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        let address = format!("127.0.0.1:{port}");
        let server = Command::new("aiosmtpd")
            .args(["-n", "-l", &address, "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(folder.path().join("mail"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mailbox = Self { port, server, folder };
        // It listens when it accepts; nothing tells us sooner.
        while TcpStream::connect(&address).is_err() {
            std::thread::yield_now();
        }
        mailbox
    }

    /// The mails that arrived, as they were sent and in that order.
    pub(crate) fn mails(&self) -> Vec<String> {
        let folder: PathBuf = self.folder.path().join("mail/new");
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        files.sort_by_key(|file| arrival(file));
        files.iter().map(|file| String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned()).collect()
    }
}

/// The how-manieth mail this one is, which Maildir's name says behind its `Q`: the name as a whole does not sort, since
/// its microseconds have no leading zeros.
fn arrival(file: &Path) -> u64 {
    let name = file.file_name().unwrap().to_string_lossy();
    let (_, counted) = name.split_once('Q').expect("a name of Maildir's");
    counted.split('.').next().unwrap().parse().expect("a number behind Q")
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
