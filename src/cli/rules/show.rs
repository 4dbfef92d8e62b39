//! `tillwatch rules show`.

use serde_json::{Map, Value, json};

use super::runbook;
use crate::alert::{Evaluation, RULE_HEALTH, Rule, health_rule};
use crate::app::{App, Failure, Format, Verdict};
use crate::config::Config;

/// Show one rule as it is in force, and where it stands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch rules show BackendAPIDown --runbook")]
pub(super) struct Args {
    /// The rule's name.
    name: String,

    /// Print its runbook instead.
    #[arg(long)]
    runbook: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let config = app.config()?;
    let rules = app.rules(&config)?;
    let health = health_rule(&Evaluation::default(), config.health_severity());
    let built_in = (args.name == RULE_HEALTH).then_some(&health);
    let rule = rules.get(&args.name).or(built_in).ok_or_else(|| {
        Failure::usage(format!("there is no rule {}", args.name))
            .hint("`tillwatch rules list` lists them")
            .nearest(&args.name, rules.iter().map(|rule| rule.alert.as_str()))
    })?;
    match (args.runbook, format) {
        (true, _) => app.ui.data(&runbook::text(rule, &config)?),
        (false, Format::Json) => {
            let line = (rule.line > 0).then_some(rule.line);
            app.ui.json(json!({ "rule": effective(rule, &config), "file": rule.file, "line": line }));
        }
        (false, _) => {
            app.ui.data(&format!("# {}:{}", rule.file.display(), rule.line));
            app.ui.data(&yaml(&effective(rule, &config)));
        }
    }
    Ok(Verdict::well(format!("rule {}", rule.alert)))
}

/// All that the rule says, by the keys of its file, and whom its severity tells where it does not say itself.
fn effective(rule: &Rule, config: &Config) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in fields(&json!(rule)) {
        match name.as_str() {
            // Which kind it is shows in its keys.
            "look" => fields(&value).for_each(|(_, look)| all.extend(fields(&look))),
            "hold" => drop(all.insert("for".into(), value)),
            _ => drop(all.insert(name, value)),
        }
    }
    let of_severity = config.severities.get(&rule.severity).map(|severity| json!(severity.notify));
    if rule.notify.is_empty() {
        all.extend(of_severity.map(|notify| ("notify".to_owned(), notify)));
    }
    all.retain(|_, value| !is_empty(value));
    all
}

fn fields(value: &Value) -> impl Iterator<Item = (String, Value)> + use<> {
    value.as_object().cloned().unwrap_or_default().into_iter()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// One field a line, its value in YAML's flow style, which is JSON but for plain words.
fn yaml(fields: &Map<String, Value>) -> String {
    let line = |(name, value): (&String, &Value)| match value.as_str().filter(|text| is_plain(text)) {
        Some(text) => format!("{name}: {text}\n"),
        None => format!("{name}: {value}\n"),
    };
    fields.iter().map(line).collect()
}

/// Whether YAML reads a text without quotes as that very text.
fn is_plain(text: &str) -> bool {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_ <>=.".contains(c));
    let means_else =
        ["true", "false", "null", "yes", "no", "on", "off"].contains(&text.to_lowercase().as_str());
    is_word && !means_else && text.parse::<f64>().is_err()
}
