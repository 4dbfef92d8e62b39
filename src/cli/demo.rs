//! `tillwatch demo`.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use std::{env, fs, io};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::app::{App, Exit, Failure, Verdict};
use crate::demo::{self, DemoError, Ending, OUTBOX, StandIns, Step};

/// Show all of it at work on a made-up chain of six stores.
///
/// Writes a cashier project with a hundred days of history to a folder, then runs one verb after the other on it, as of
/// a Friday evening on which a connection pool had run dry in the morning. Nothing outside the folder is touched, and
/// nothing but loopback is talked to.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch demo")]
pub(crate) struct Args {
    /// The folder to write to: a new or empty one, or an earlier demonstration's, which is made anew.
    #[arg(default_value = "tillwatch-demo")]
    dir: PathBuf,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let binary = env::current_exe().map_err(|error| failed("find this program", &error))?;
    demo::prepare(&args.dir)?;
    let runtime = crate::net::runtime().map_err(|error| failed("start", &error))?;
    let stand_ins = runtime
        .block_on(StandIns::start(&args.dir.join(OUTBOX)))
        .map_err(|error| failed("listen on loopback", &error))?;
    app.ui.status(format!("writing six stores and a hundred days to {}…", args.dir.display()));
    demo::write_project(&args.dir, stand_ins.ports)?;
    let tour = Tour { app, binary, folder: args.dir, serve: stand_ins.ports.serve };
    // Whichever ends first drops the other, and with the tour every child that still runs.
    runtime.block_on(async {
        tokio::select! {
            outcome = tour.run() => outcome,
            () = interrupted() => Err(Failure::incomplete("interrupted; the children were ended")),
        }
    })?;
    tour.farewell(stand_ins.received()).map_err(|error| failed("list what was made", &error))?;
    Ok(Verdict::well("every step ended as it should"))
}

/// Ctrl-C, or a polite kill; where neither can be listened for, never.
async fn interrupted() {
    #[cfg(unix)]
    if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminated.recv() => return,
            Ok(()) = tokio::signal::ctrl_c() => return,
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn failed(what: &str, error: &io::Error) -> Failure {
    Failure::incomplete(format!("{what}: {error}"))
}

impl From<DemoError> for Failure {
    fn from(error: DemoError) -> Self {
        let message = error.to_string();
        match error {
            DemoError::Occupied(_) => Self::usage(message).hint("name a new folder: tillwatch demo DIR"),
            DemoError::Database(error) => error.into(),
            DemoError::Io { .. } | DemoError::NoProfile => Self::incomplete(message),
        }
    }
}

/// Runs the steps in the project's folder.
struct Tour<'a> {
    app: &'a App,
    binary: PathBuf,
    folder: PathBuf,
    /// Where `serve` will listen.
    serve: u16,
}

impl Tour<'_> {
    async fn run(&self) -> Result<(), Failure> {
        // Ended when dropped, at the latest.
        let mut beside: Vec<Child> = Vec::new();
        for (number, step) in (1..).zip(demo::steps()) {
            self.app.ui.data(&format!("\n── {number}. {}\n{step}", step.title));
            if self.app.ui.is_closed() {
                break;
            }
            let mut child = self.start(&step)?;
            match step.ending {
                Ending::Code(code) => self.judge(&step, code, &mut child).await?,
                Ending::Beside => {
                    self.until_ready(&step, &mut child).await?;
                    beside.push(child);
                }
            }
        }
        Ok(())
    }

    fn start(&self, step: &Step) -> Result<Child, Failure> {
        Command::new(&self.binary)
            .args(&step.args)
            .current_dir(&self.folder)
            .env_remove("TILLWATCH_CONFIG")
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| failed("start a child", &error))
    }

    async fn judge(&self, step: &Step, code: i32, child: &mut Child) -> Result<(), Failure> {
        let status = child.wait().await.map_err(|error| failed("wait for a child", &error))?;
        if status.code() != Some(code) {
            return Err(Failure::incomplete(format!(
                "{step}\nshould have ended with exit {code}, and: {status}"
            )));
        }
        if code == Exit::Unwell as i32 {
            self.app.ui.data("(exit 1: something watched is not well)");
        }
        Ok(())
    }

    /// Waits until `serve` answers.
    async fn until_ready(&self, step: &Step, child: &mut Child) -> Result<(), Failure> {
        for _ in 0..500 {
            if let Ok(Some(status)) = child.try_wait() {
                return Err(Failure::incomplete(format!("{step}\nshould have gone on, and: {status}")));
            }
            if answers(self.serve).await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(Failure::incomplete(format!("{step}\nnever answered on port {}", self.serve)))
    }

    fn farewell(&self, messages: usize) -> io::Result<()> {
        let mut files = Vec::new();
        walk(&self.folder, &mut files)?;
        files.retain(|path| is_worth_a_look(path));
        files.sort();
        let line = |path: &PathBuf| -> io::Result<String> {
            let size = fs::metadata(path)?.len();
            Ok(format!("  {:>7}  {}\n", kibibytes(size), path.display()))
        };
        let list = files.iter().map(line).collect::<io::Result<String>>()?;
        self.app.ui.data(&format!("\n── What was made\n{list}"));
        self.app.ui.data(&format!("{messages:>7} messages in {}", self.folder.join(OUTBOX).display()));
        self.app.ui.data(&format!("\n── Try next\n  cd {}\n{}", self.folder.display(), demo::NEXT));
        Ok(())
    }
}

/// Asks `serve` how it is; any answer will do.
async fn answers(port: u16) -> io::Result<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.write_all(b"GET /api/health HTTP/1.0\r\n\r\n").await?;
    stream.read_u8().await.map(drop)
}

fn kibibytes(bytes: u64) -> String {
    format!("{} K", bytes.div_ceil(1024))
}

/// Not what databases and locks keep beside them; messages are counted instead.
fn is_worth_a_look(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_beside = [".lock", "-shm", "-wal"].iter().any(|end| name.ends_with(end)) || name.starts_with('.');
    !is_beside && !path.parent().is_some_and(|parent| parent.ends_with(OUTBOX))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { walk(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
