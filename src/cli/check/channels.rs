//! What is wrong with a channel although it can be read: halves of a login, senders and addresses that are none.

use std::collections::BTreeSet;
use std::env::{self, consts::EXE_EXTENSION};
use std::path::{Path, PathBuf};

use crate::config::{Channel, Config, Problem, TwilioSmsChannel, TwilioVoiceChannel, secret_url};
use crate::notify::channel::{LONGEST, smtp};

pub(super) fn check(config: &Config) -> Vec<Problem> {
    config.channels.iter().flat_map(|(name, channel)| one(config, name, channel)).collect()
}

/// Programs that are not on this machine; the one that tells may be another.
pub(super) fn warnings(config: &Config) -> Vec<Problem> {
    let missing = |(name, channel): (&String, &Channel)| {
        let Channel::Exec(exec) = channel else { return None };
        let program = exec.command.first().filter(|program| !is_there(config, program))?;
        let message = format!("there is no program {program} here");
        Some(config.problem(&["channels", name, channel.kind(), "command"], message))
    };
    config.channels.iter().filter_map(missing).collect()
}

/// Whether a program is found as running it would: by its path from the project's folder, or in `PATH`.
fn is_there(config: &Config, program: &str) -> bool {
    let is_file = |path: PathBuf| path.is_file() || path.with_extension(EXE_EXTENSION).is_file();
    if Path::new(program).components().count() > 1 {
        return is_file(config.resolve(program.as_ref()));
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| is_file(folder.join(program)))
}

fn one(config: &Config, name: &str, channel: &Channel) -> Vec<Problem> {
    let at = |key: &str, message: String| config.problem(&["channels", name, channel.kind(), key], message);
    let mut problems: Vec<Problem> = address(config, channel, &at).into_iter().collect();
    if channel.timeout() > LONGEST {
        let problem = at("timeout", format!("{} is longer than an attempt may take", channel.timeout()));
        problems.push(problem.hint(format!("{LONGEST} at the most")));
    }
    for (key, secret) in channel.secrets() {
        // One that cannot be read is said elsewhere.
        if key == "url" && secret.read(&config.folder).is_ok() {
            problems.extend(secret_url(secret, &config.folder).err().map(|error| at(key, error.to_string())));
        }
    }
    match channel {
        Channel::Smtp(smtp) => {
            let sender = smtp::sender(smtp).err();
            problems.extend(sender.map(|error| {
                at("from", error.to_string()).hint("write it like tillwatch <alerts@example.org>")
            }));
            problems.extend(login(smtp.username.is_some(), smtp.password.is_some(), &at));
        }
        Channel::TwilioSms(TwilioSmsChannel { account_sid, from, .. })
        | Channel::TwilioVoice(TwilioVoiceChannel { account_sid, from, .. }) => {
            problems.extend(twilio(account_sid, from, &at));
        }
        Channel::Alertmanager(am) => {
            problems.extend(login(am.username.is_some(), am.password.is_some(), &at));
            let both = am.token.is_some() && am.username.is_some();
            problems.extend(both.then(|| {
                at("token", "is not sent, since there is a username".into()).hint("keep one of them")
            }));
        }
        Channel::Pagerduty(pagerduty) => {
            let known = || config.severities.keys().map(String::as_str);
            let is_unknown =
                |severity: &&String| known().next().is_some() && !config.severities.contains_key(*severity);
            problems.extend(pagerduty.severities.keys().filter(is_unknown).map(|severity| {
                let path = ["channels", name, channel.kind(), "severities", severity];
                config
                    .problem(&path, format!("there is no [severities.{severity}]"))
                    .nearest(severity, known())
            }));
        }
        _ => {}
    }
    problems
}

/// An address kind that no contact has: nobody can be told.
fn address(config: &Config, channel: &Channel, at: &dyn Fn(&str, String) -> Problem) -> Option<Problem> {
    let address = channel.named_address()?;
    let of_stores = config.stores.iter().flat_map(|store| store.contacts.values());
    let contacts = config.contacts.values().chain(of_stores);
    let kinds: BTreeSet<&str> = contacts.flat_map(|contact| contact.0.keys().map(String::as_str)).collect();
    if kinds.is_empty() || kinds.contains(address) {
        return None;
    }
    Some(at("address", format!("no contact has an address of the kind {address}")).nearest(address, kinds))
}

fn twilio(account_sid: &str, from: &str, at: &dyn Fn(&str, String) -> Problem) -> Vec<Problem> {
    let digits = account_sid.strip_prefix("AC").filter(|digits| digits.len() == 32);
    let is_account = digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()));
    let account = (!is_account).then(|| {
        at("account_sid", format!("{account_sid:?} is no account"))
            .hint("AC and 32 hexadecimal digits, as on the account's front page")
    });
    let sender = from.trim().is_empty().then(|| {
        at("from", "is empty: nobody would be the sender".into()).hint("name one of the account's numbers")
    });
    account.into_iter().chain(sender).collect()
}

fn login(user: bool, password: bool, at: &dyn Fn(&str, String) -> Problem) -> Option<Problem> {
    match (user, password) {
        (true, false) => Some(at("username", "has no password".into()).hint("add password = \"env:NAME\"")),
        (false, true) => Some(at("password", "has no username".into()).hint("add username = \"…\"")),
        _ => None,
    }
}
