//! Every shipped report in every format, as the demonstration's history makes it on a Friday evening.
//!
//! The files lie in tests/golden/reports. Where a report is changed on purpose, `UPDATE_GOLDEN=1 cargo test --test verbs
//! report::golden` writes them anew: read what `git diff` then shows.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::{env, fs};

use crate::support::Ran;
use crate::support::hook::Hook;
use crate::support::letter::Letter;
use crate::support::post_office::PostOffice;

/// The evening from which the demonstration looks back.
const EVENING: &str = "2025-10-24T18:30:00+03:00";

/// What the engineers did on that day, until then.
const DAY: &[&str] = &[
    "evaluate-alerts --deadline 0 --now 2025-10-24T09:50:00+03:00",
    "evaluate-alerts --deadline 0 --now 2025-10-24T10:00:00+03:00",
    "incident ack 8 --by on_call_engineer --now 2025-10-24T10:05:00+03:00",
    "evaluate-alerts --deadline 0 --now 2025-10-24T10:15:00+03:00",
    "evaluate-alerts --deadline 0 --now 2025-10-24T10:45:00+03:00",
    "evaluate-alerts --deadline 0 --now 2025-10-24T11:45:00+03:00",
    "evaluate-alerts --deadline 0 --now 2025-10-24T18:29:00+03:00",
    "baseline refresh --now 2025-10-24T18:29:00+03:00",
];

/// The demonstration's project after that day, made once for all tests and left where the next run empties it.
static SHOP: LazyLock<PathBuf> = LazyLock::new(|| {
    let shop = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden-shop");
    // Whoever reads the tour has gone, so that the history is written and no step of it runs.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut demo = tillwatch(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let made = demo.args(["demo", "golden-shop"]).stdout(writer).stderr(Stdio::null()).status().unwrap();
    assert!(made.success(), "{made}");
    for line in DAY {
        let ran = tillwatch(&shop).args(line.split(' ')).arg("--commit").output().unwrap();
        assert!(ran.status.code() < Some(2), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
    }
    shop
});

fn tillwatch(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tillwatch"));
    command.current_dir(folder).env_clear().env("HOME", folder).env("COLUMNS", "80");
    command.env("PATH", env::var_os("PATH").unwrap_or_default());
    command
}

fn report(name: &str, options: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = tillwatch(&SHOP);
    command.args(["report", name, "--now", EVENING]).args(options).envs(environment.iter().copied());
    Ran::from(command.output().unwrap()).exits(0)
}

/// The mail with a report, as it arrives, and what Slack is told.
fn sent(name: &str) -> (Letter, String) {
    let (office, hook) = (PostOffice::start(), Hook::start());
    let config = fs::read_to_string(SHOP.join("tillwatch.toml")).unwrap();
    let mut of_mail = config.lines().skip_while(|line| !line.starts_with("[channels.email.smtp]"));
    let port = of_mail.find(|line| line.starts_with("port = ")).unwrap();
    let told = "notify = [{ email = [\"management\"] }, { desk = [] }]\nlink = \"https://till.example.org/{name}/{day}\"";
    let desk = "[channels.desk.slack]\nurl = \"file:desk-NAME.txt\"\n\n[report]".replace("NAME", name);
    let config = config.replacen(port, &format!("port = {}", office.port), 1).replacen(
        "[report]",
        &format!("{desk}\n{told}"),
        1,
    );
    let file = SHOP.join(format!("sent-{name}.toml"));
    fs::write(SHOP.join(format!("desk-{name}.txt")), &hook.url).unwrap();
    fs::write(&file, config).unwrap();
    report(name, &["--send", "--commit", "--config", file.to_str().unwrap()], &[]);
    let mails = office.mails();
    assert_eq!((mails.len(), hook.requests().len()), (1, 1), "one mail goes to all");
    let told = serde_json::to_string_pretty(&hook.requests()[0].json()).unwrap();
    (Letter::new(&mails[0]), told + "\n")
}

/// Compares with the golden file, or writes it where that is asked for.
#[track_caller]
fn assert_golden(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/reports").join(file);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, made).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(made.lines()).find(|(golden, made)| golden != made);
    assert!(
        golden == made,
        "{} is not what is made now, first in\n{:#?}\nUPDATE_GOLDEN=1 writes it anew",
        path.display(),
        differs.unwrap_or((&golden, made)),
    );
}

#[rstest::rstest]
fn a_shipped_report_is_made_as_it_is_written_down(
    #[values("daily", "weekly", "monthly")] name: &str,
    #[values("txt", "ascii.txt", "md", "html", "csv", "json")] form: &str,
) {
    let (format, environment): (_, &[_]) = match form {
        "txt" => ("text", &[("LC_ALL", "ru_RU.UTF-8")]),
        "ascii.txt" => ("text", &[("LC_ALL", "C")]),
        "md" => ("markdown", &[]),
        format => (format, &[]),
    };
    let made = report(name, &["--format", format], environment).stdout;
    assert_golden(&format!("{name}.{form}"), &made);
}

#[rstest::rstest]
fn a_shipped_report_is_sent_as_it_is_written_down(#[values("daily", "weekly", "monthly")] name: &str) {
    let (mail, told) = sent(name);
    assert_golden(&format!("{name}.mail.html"), &mail.text("text/html"));
    assert_golden(&format!("{name}.mail.txt"), &mail.text("text/plain"));
    assert_golden(&format!("{name}.slack.json"), &told);
}
