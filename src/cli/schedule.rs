//! `tillwatch schedule`.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::app::{App, Failure, Listing, Verdict};
use crate::config::{Config, ConfigError, Job, Problem};
use crate::db::{Table, Value};
use crate::render::plural;
use crate::report::Definition;
use crate::schedule::{self, Installation, Scheduled};

/// Show when the jobs run, or print them for cron or systemd.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch schedule next --count 3")]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Next(Next),
    Print(Print),
}

/// List the next times of each job, in its own time zone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch schedule next daily-report --count 7")]
struct Next {
    /// The jobs; all of them where none is named.
    jobs: Vec<String>,
    /// How many times of each.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

/// Print the jobs as a crontab or as systemd units.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch schedule print --as systemd --output /etc/systemd/system")]
struct Print {
    /// For whom.
    #[arg(long = "as", value_enum)]
    kind: Kind,
    /// Write files into this folder instead.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The program that the jobs run; this very one where absent.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Whom systemd runs the jobs as; root where absent.
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Kind {
    Crontab,
    Systemd,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let config = app.config()?;
    let jobs = jobs(&config).map_err(ConfigError::Wrong)?;
    match args.command {
        Command::Next(args) => next(&args, app, &jobs),
        Command::Print(args) => print(args, app, &config, &jobs),
    }
}

/// `[[jobs]]`, and the reports that have a schedule; or everything that is wrong with them.
pub(super) fn jobs(config: &Config) -> Result<Vec<Scheduled>, Vec<Problem>> {
    let mut jobs = schedule::jobs(config)?;
    let (folder, mut problems) = (config.resolve("templates".as_ref()), Vec::new());
    for name in Definition::names(&folder).into_keys() {
        // What cannot be read is said by whoever checks or makes that report.
        let Ok(Definition { schedule: Some(cron), time_zone, .. }) = Definition::load(&folder, &name) else {
            continue;
        };
        let file = folder.join(format!("reports/{name}.toml"));
        let wrong = |key: &str, message: &dyn Display| {
            let key = if key == "cron" { "schedule" } else { key };
            Problem::new(file.clone(), 0, format!("{key}: {message}"))
        };
        let run = format!("report {name} --send");
        let job = Job { name: format!("report-{name}"), run, cron, time_zone };
        match Scheduled::new(&job, &config.project.time_zone, &wrong) {
            Ok(job) => match jobs.iter().find(|other| other.name == job.name || other.words == job.words) {
                Some(other) => {
                    problems.push(wrong("cron", &format!("the job {} sends it already", other.name)));
                }
                None => jobs.push(job),
            },
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(jobs) } else { Err(problems) }
}

/// The jobs whose words are no command line of this program.
pub(super) fn line_problems(config: &Config, jobs: &[Scheduled]) -> Vec<Problem> {
    let problem = |(index, job): (usize, &Scheduled)| {
        let reason = super::parse_line(&job.words).err()?;
        Some(config.problem(&["jobs", &index.to_string(), "run"], reason))
    };
    jobs.iter().enumerate().filter_map(problem).collect()
}

fn next(args: &Next, app: &App, jobs: &[Scheduled]) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    if let Some(wrong) = args.jobs.iter().find(|name| jobs.iter().all(|job| job.name != **name)) {
        let known: Vec<_> = jobs.iter().map(|job| job.name.as_str()).collect();
        return Err(
            Failure::usage(format!("no job {wrong}")).hint(format!("the jobs are {}", known.join(", ")))
        );
    }
    let chosen = jobs.iter().filter(|job| args.jobs.is_empty() || args.jobs.contains(&job.name));
    let mut times: Vec<_> = chosen
        .flat_map(|job| job.next(app.now(), args.count.into()).into_iter().map(move |at| (at, job)))
        .collect();
    times.sort_by_key(|(at, _)| at.timestamp());
    let row = |(at, job): &(jiff::Zoned, &Scheduled)| -> Vec<Value> {
        let at = at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        vec![at.into(), job.zone.as_str().into(), job.name.as_str().into(), job.words.join(" ").into()]
    };
    let columns = ["at", "time_zone", "job", "run"].map(str::to_owned).to_vec();
    let table = Table { columns, rows: times.iter().map(row).collect() };
    app.ui.listing(&Listing { name: "times", table }, format);
    Ok(Verdict::well(plural(jobs.len(), "job")))
}

fn print(args: Print, app: &App, config: &Config, jobs: &[Scheduled]) -> Result<Verdict, Failure> {
    let problems = line_problems(config, jobs);
    if !problems.is_empty() {
        return Err(ConfigError::Wrong(problems).into());
    }
    let installation = installation(args.program, args.user, config)?;
    let files = match args.kind {
        Kind::Systemd => schedule::units(jobs, &installation),
        Kind::Crontab => {
            let text = schedule::crontab(jobs, &installation).map_err(|error| {
                Failure::usage(error.to_string())
                    .hint("print for systemd, or let the verb loop: `probe --every 30s --for 1m`")
            })?;
            vec![("tillwatch.crontab".into(), text)]
        }
    };
    match args.output {
        Some(folder) => write(app, &folder, &files)?,
        None if matches!(args.kind, Kind::Crontab) => app.ui.data(&files[0].1),
        None => files.iter().for_each(|(name, text)| app.ui.data(&format!("# --- {name}\n{text}\n"))),
    }
    Ok(Verdict::well(plural(jobs.len(), "job")))
}

fn installation(
    program: Option<PathBuf>,
    user: Option<String>,
    config: &Config,
) -> Result<Installation, Failure> {
    let failed = |error: std::io::Error| Failure::incomplete(format!("paths of this program: {error}"));
    let absolute = |path: &Path| std::path::absolute(path).map_err(failed);
    let config_file = absolute(config.file())?;
    let mut folders = vec![config_file.parent().unwrap_or(Path::new("/")).to_owned()];
    for path in [&config.database.path, &config.database.logs] {
        let file = absolute(&config.resolve(path))?;
        folders.extend(
            file.parent().filter(|folder| !folders.iter().any(|f| folder.starts_with(f))).map(Path::to_owned),
        );
    }
    let program = program.map_or_else(env::current_exe, Ok).map_err(failed)?;
    Ok(Installation { program: absolute(&program)?, config: config_file, folders, user })
}

fn write(app: &App, folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::incomplete(format!("{}: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(failed)?;
    for (name, text) in files {
        fs::write(folder.join(name), text).map_err(failed)?;
        app.ui.status(format!("wrote {}", folder.join(name).display()));
    }
    Ok(())
}
