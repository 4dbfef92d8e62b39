//! The demonstration's project: the cashier profile with the stand-ins' addresses where a real one has its own.

use std::path::Path;
use std::{fs, io};

use crate::config::{CONFIG_FILE, Profile};

/// Where the stand-ins listen on loopback.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ports {
    /// The backend; it takes the calls of Slack, SMS and phone gateways too.
    pub backend: u16,
    pub mail: u16,
    /// Our own `serve`.
    pub serve: u16,
}

const SMTP: &str = r#"host = "smtp.example.org"                       # EDIT
port = 587
tls = "starttls"                                # starttls, tls or none
from = "tillwatch <alerts@example.org>"         # EDIT
username = "alerts@example.org"                 # EDIT, or delete with the password for an open relay
password = "env:TILLWATCH_SMTP_PASSWORD"
"#;

const SHIP: &str = r#"[[ship]]
name = "backend"
paths = ["/var/log/loyalty-backend/*.log"]      # EDIT
url = "http://127.0.0.1:8086"                   # EDIT: where `tillwatch serve` listens
"#;

/// The profile's commands, and what the demonstration says instead of running them.
const ACTIONS: [(&str, &str); 5] = [
    (r#"["systemctl", "restart", "loyalty-backend"]"#, "the backend would be restarted now"),
    (r#"["tillwatch", "query", "error_type_counts", "--over", "15m"]"#, "the errors would be looked at now"),
    (
        r#"["tillwatch", "query", "database_query_time_ms", "--over", "15m"]"#,
        "the queries would be looked at now",
    ),
    (r#"["/usr/local/bin/restart-cashier-app"]"#, "the till would be restarted now"),
    (r#"["/usr/local/bin/enable-manual-input"]"#, "the tills would ask for amounts now"),
];

/// What the demonstration's configuration has instead of the profile's.
fn changes(ports: Ports) -> Vec<(&'static str, String)> {
    let Ports { backend, mail, serve } = ports;
    let here = format!("http://127.0.0.1:{backend}");
    let ship = |name: &str, paths: &str, store: &str| {
        format!(
            "[[ship]]\nname = \"{name}\"\npaths = [\"{paths}\"]\nurl = \"http://127.0.0.1:{serve}\"\n{store}\n"
        )
    };
    let echo = if cfg!(windows) { r#""cmd", "/c", "echo""# } else { r#""echo""# };
    let actions = ACTIONS.map(|(command, says)| (command, format!("[{echo}, \"{says}\"]")));
    let mut all = vec![
        (r#"url = "http://127.0.0.1:3000/api/health"        # EDIT"#, format!("url = \"{here}/api/health\"")),
        (
            SMTP,
            format!(
                "host = \"127.0.0.1\"\nport = {mail}\ntls = \"none\"\nfrom = \"tillwatch <alerts@example.org>\"\n"
            ),
        ),
        (r#""env:TILLWATCH_SLACK_WEBHOOK" "#, r#""file:slack-webhook.txt" "#.into()),
        (r#""https://sms.example.org/send"            # EDIT"#, format!("\"{here}/sms\"")),
        ("token = \"env:TILLWATCH_SMS_TOKEN\"\n", String::new()),
        (r#""https://calls.example.org/call"          # EDIT"#, format!("\"{here}/phone\"")),
        ("token = \"env:TILLWATCH_PHONE_TOKEN\"\n", String::new()),
        (
            SHIP,
            ship("backend", "logs/backend/*.log", "")
                + &ship("cashier-app-3", "logs/Касса Восход/app*.log", "store = \"3\"\n")
                + &format!("[push]\nurl = \"http://127.0.0.1:{serve}\"\n"),
        ),
        ("listen = \"127.0.0.1:8086\"", format!("listen = \"127.0.0.1:{serve}\"")),
        ("allow_anonymous = false", "allow_anonymous = true ".into()),
    ];
    all.extend(actions);
    all
}

/// Writes the project's files.
pub(super) fn write(folder: &Path, profile: Profile, ports: Ports) -> io::Result<()> {
    for (name, text) in profile.files() {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, if name == CONFIG_FILE { configuration(text, ports) } else { text.to_owned() })?;
    }
    fs::write(folder.join("slack-webhook.txt"), format!("http://127.0.0.1:{}/slack\n", ports.backend))
}

fn configuration(profile: &str, ports: Ports) -> String {
    let changed =
        changes(ports).into_iter().fold(profile.to_owned(), |text, (from, to)| text.replace(from, &to));
    let without_tokens = changed.lines().filter(|line| !line.starts_with("token = \"env:TILLWATCH_STORE_"));
    without_tokens.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;

    const PORTS: Ports = Ports { backend: 1, mail: 2, serve: 3 };

    fn profile() -> &'static str {
        Profile::find("cashier").unwrap().file(CONFIG_FILE).unwrap()
    }

    #[test]
    fn every_change_finds_its_place_in_the_profile() {
        for (from, _) in changes(PORTS) {
            assert_eq!(profile().matches(from).count(), 1, "{from}");
        }
    }

    #[test]
    fn the_configuration_needs_nothing_from_the_environment_nor_from_another_machine() {
        let text = configuration(profile(), PORTS);
        parse(&text, CONFIG_FILE.as_ref()).unwrap_or_else(|error| panic!("{error}"));
        let settings = text.lines().filter(|line| !line.starts_with('#'));
        for line in settings {
            assert!(!line.contains("env:") && !line.contains("https://"), "{line}");
        }
    }
}
