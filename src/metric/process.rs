//! Memory and CPU of a program's processes, from Linux' `/proc`:
//! <https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html>.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, process, thread};

/// How far apart two readings of the CPU's time are.
const INTERVAL: Duration = Duration::from_secs(1);
/// A second in the clock ticks of `/proc`, which are 100 wherever Linux runs today.
const TICKS: f64 = 100.0;

/// What all processes of one program use together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Usage {
    /// Resident memory; pages that processes share count for each of them.
    pub memory_mb: f64,
    /// Of one processor, as `top` shows it: 200 are two busy processors.
    pub cpu_percent: f64,
}

/// Why nothing can be said of a program.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProcessError {
    #[error("processes are read from /proc, which this system does not have")]
    NoProc,
    #[error("no process is called {0}")]
    None(String),
}

/// What is read of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reading {
    ticks: u64,
    memory_kb: u64,
}

/// By process id and start: ids come again.
type Readings = BTreeMap<(u32, u64), Reading>;

/// Measures the processes of this name for a second. A name is a process' own, or its command's without the folders.
pub(crate) fn usage(name: &str) -> Result<Usage, ProcessError> {
    let (before, started) = (found(name)?, Instant::now());
    thread::sleep(INTERVAL);
    Ok(between(&before, &found(name)?, started.elapsed()))
}

/// An error where no process of this name runs.
pub(crate) fn running(name: &str) -> Result<(), ProcessError> {
    found(name).map(drop)
}

/// Every process of this name but this very one, if there is any.
fn found(name: &str) -> Result<Readings, ProcessError> {
    let proc = Path::new("/proc");
    if !proc.join("self/stat").exists() {
        return Err(ProcessError::NoProc);
    }
    let readings = readings(proc, name, process::id());
    if readings.is_empty() { Err(ProcessError::None(name.to_owned())) } else { Ok(readings) }
}

/// Memory as it is after, CPU of what ran all the time.
fn between(before: &Readings, after: &Readings, elapsed: Duration) -> Usage {
    let used = |(id, now): (&(u32, u64), &Reading)| Some(now.ticks.saturating_sub(before.get(id)?.ticks));
    let ticks: u64 = after.iter().filter_map(used).sum();
    let memory_kb: u64 = after.values().map(|reading| reading.memory_kb).sum();
    #[expect(clippy::cast_precision_loss, reason = "neither comes near 2^53")]
    let (ticks, memory_kb) = (ticks as f64, memory_kb as f64);
    Usage { memory_mb: memory_kb / 1024.0, cpu_percent: 100.0 * ticks / TICKS / elapsed.as_secs_f64() }
}

/// Every process of this name below `proc` but one. What ends meanwhile is left out.
fn readings(proc: &Path, name: &str, except: u32) -> Readings {
    let folders = fs::read_dir(proc).into_iter().flatten().flatten();
    let id = |file: fs::DirEntry| file.file_name().to_str()?.parse().ok().filter(|id: &u32| *id != except);
    folders.filter_map(id).filter_map(|id| reading(&proc.join(id.to_string()), id, name)).collect()
}

fn reading(folder: &Path, id: u32, name: &str) -> Option<((u32, u64), Reading)> {
    // The name stands in brackets and may hold blanks and brackets itself.
    let stat = String::from_utf8_lossy(&fs::read(folder.join("stat")).ok()?).into_owned();
    let (head, fields) = stat.rsplit_once(')')?;
    let (_, own) = head.split_once('(')?;
    if own != name && command(folder).as_deref() != Some(name) {
        return None;
    }
    let fields: Vec<&str> = fields.split_ascii_whitespace().collect();
    // Numbered from 3 in the manual: utime is 14, stime 15, starttime 22.
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    let (ticks, started) = (field(14)? + field(15)?, field(22)?);
    Some(((id, started), Reading { ticks, memory_kb: memory_kb(folder) }))
}

/// The first word of the command line, without its folders.
fn command(folder: &Path) -> Option<String> {
    let line = fs::read(folder.join("cmdline")).ok()?;
    let first = String::from_utf8_lossy(line.split(|byte| *byte == 0).next()?).into_owned();
    first.rsplit('/').next().map(str::to_owned)
}

/// None is resident of what has ended and waits to be collected.
fn memory_kb(folder: &Path) -> u64 {
    let status = fs::read_to_string(folder.join("status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|rest| rest.trim().trim_end_matches("kB").trim_end().parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A `/proc` with a process for each id, name, command line, ticks of user and system, and start.
    fn proc(processes: &[(u32, &str, &str, [u64; 2], u64)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (id, name, line, [user, system], start) in processes {
            let own = folder.path().join(id.to_string());
            fs::create_dir(&own).unwrap();
            let zeros = "0 ".repeat(10);
            let stat = format!("{id} ({name}) S {zeros}{user} {system} 0 0 20 0 1 0 {start} 999 999\n");
            fs::write(own.join("stat"), stat).unwrap();
            fs::write(own.join("cmdline"), line.replace(' ', "\0")).unwrap();
            fs::write(own.join("status"), "Name:\tx\nVmPeak:\t9 kB\nVmRSS:\t    2048 kB\n").unwrap();
        }
        fs::create_dir(folder.path().join("irq")).unwrap();
        folder
    }

    #[test]
    fn all_processes_of_a_name_count_together() {
        let (before, after) = (
            proc(&[
                (1, "till", "/opt/till --type=renderer", [100, 50], 7),
                (2, "electron) (x", "/opt/Till App/till", [0, 0], 8),
                (3, "MainThread", "/opt/till", [10, 10], 9),
                (4, "tillwatch", "tillwatch metric push --process till", [0, 0], 9),
                (5, "till", "till", [0, 0], 9),
                (6, "till", "till", [5, 0], 9),
            ]),
            proc(&[
                (1, "till", "/opt/till --type=renderer", [120, 60], 7),
                (3, "MainThread", "/opt/till", [15, 15], 9),
                (5, "till", "till", [90, 0], 9),
                (6, "till", "till", [500, 0], 99),
            ]),
        );
        let before = readings(before.path(), "till", 5);
        assert_eq!(before.keys().map(|(id, _)| *id).collect::<Vec<_>>(), [1, 3, 6], "2 is /opt/Till");
        let after = readings(after.path(), "till", 5);
        let usage = between(&before, &after, Duration::from_secs(2));
        assert_eq!(usage, Usage { memory_mb: 6.0, cpu_percent: 20.0 }, "6 is another process by now");
    }

    #[test]
    fn what_is_not_there_is_said() {
        let error = usage("no such program").unwrap_err().to_string();
        let expected = if cfg!(target_os = "linux") { "is called no such program" } else { "does not have" };
        assert!(error.ends_with(expected), "{error}");
    }
}
