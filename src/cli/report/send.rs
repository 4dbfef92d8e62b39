//! `tillwatch report … --send`: by mail in full, text and HTML, its charts as pictures; in Slack as a summary with a link.

use std::future::Future;
use std::pin::Pin;

use crate::app::{App, Failure, Project};
use crate::config::{Channel, Notify};
use crate::notify::channel::slack_summary::{Summary, summary};
use crate::notify::channel::smtp::{self, Mail};
use crate::notify::channel::{Context, SendError, slack, slack_bot};
use crate::render::{Templates, words::shortened};
use crate::report::{Canvas, Definition, Form, Level, Report, figures, link, pictures, render};

/// So many characters of a subject say enough; lists of mails show fewer.
const SUBJECT: usize = 150;

/// Whether a report can go by a channel.
pub(crate) const fn takes_reports(channel: &Channel) -> bool {
    matches!(channel, Channel::Smtp(_) | Channel::Slack(_) | Channel::SlackBot(_))
}

/// One message that is ready to go.
struct Delivery<'a> {
    /// To whom, as status and errors say it.
    to: String,
    sending: Pin<Box<dyn Future<Output = Result<(), SendError>> + 'a>>,
}

/// Tells everybody, or says who could not be told and what to do.
pub(super) fn send(
    app: &App,
    project: &Project,
    definition: &Definition,
    report: &Report,
    templates: &Templates,
) -> Result<(), Failure> {
    let config = &project.config;
    let context =
        Context { folder: config.folder.clone(), now: report.now, interval: config.alerting.interval };
    let letter = Letter { project, report, templates, context: &context };
    let deliveries = letter.deliveries(&notify(project, definition)?)?;
    let everybody: Vec<_> = deliveries.iter().map(|delivery| delivery.to.clone()).collect();
    if app.dry_run() {
        app.ui.status(format!("would send to {}; with --now, --commit sends it", everybody.join(", ")));
        return Ok(());
    }
    let runtime = crate::net::runtime().map_err(|error| Failure::incomplete(error.to_string()))?;
    let mut failed = Vec::new();
    for Delivery { to, sending } in deliveries {
        match runtime.block_on(sending) {
            Ok(()) => app.ui.status(format!("sent to {to}")),
            Err(error) => failed.push(format!("not delivered: {error}")),
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::incomplete(failed.join("; ")))
        .map_err(|failure| failure.hint(format!("nothing is lost: run `{} --send` again", report.command)))
}

/// Whom to tell: by the definition, or else by `[report]`.
fn notify(project: &Project, definition: &Definition) -> Result<Notify, Failure> {
    let config = &project.config.report;
    if let Some(notify) = [&definition.notify, &config.notify].into_iter().find(|notify| !notify.is_empty()) {
        return Ok(notify.clone());
    }
    let channel = config.channel.clone().ok_or_else(|| {
        Failure::usage("[report] names no channel")
            .hint("notify = [{ email = [\"management\"] }], there or in the report's own file")
    })?;
    Ok(vec![[(channel, config.recipients.clone())].into()])
}

/// Title, day and the worst news; the rest is counted.
fn subject(report: &Report) -> String {
    let head = format!("{} {}", report.title, report.day);
    let news = &report.verdict.news;
    let first = news.first().map_or(&report.verdict.text, |news| &news.text);
    let more = match news.len() {
        0 | 1 => String::new(),
        all => format!("; and {} more", all - 1),
    };
    let first = shortened(&format!("{head}: {first}"), SUBJECT - more.len());
    format!("{first}{more}")
}

/// What is told, and of which project.
struct Letter<'a> {
    project: &'a Project,
    report: &'a Report,
    templates: &'a Templates,
    context: &'a Context,
}

impl<'a> Letter<'a> {
    fn deliveries(&self, notify: &Notify) -> Result<Vec<Delivery<'a>>, Failure> {
        let mut all = Vec::new();
        for (name, recipients) in notify.iter().flatten() {
            let channel = self.project.config.channels.get(name).ok_or_else(|| {
                Failure::usage(format!("[report] channel {name} does not exist"))
                    .hint(format!("describe it in [channels.{name}.smtp]"))
            })?;
            all.extend(self.by(name, channel, recipients)?);
        }
        Ok(all)
    }

    fn by(
        &self,
        name: &str,
        channel: &'a Channel,
        recipients: &[String],
    ) -> Result<Vec<Delivery<'a>>, Failure> {
        let Self { report, context, .. } = *self;
        let key = format!("report.{}.{}.{}", report.name, report.day, report.now.as_second());
        Ok(match channel {
            Channel::Smtp(channel) => {
                let mail = self.mail(self.addresses(recipients, "email")?)?;
                let to = mail.to.join(", ");
                vec![Delivery {
                    to,
                    sending: Box::pin(async move { smtp::send(channel, &mail, &context.folder).await }),
                }]
            }
            Channel::Slack(channel) => {
                let document = self.summary();
                vec![Delivery {
                    to: name.to_owned(),
                    sending: Box::pin(async move { slack::post(channel, &document, &key, context).await }),
                }]
            }
            Channel::SlackBot(bot) => {
                let to = match &bot.channel {
                    Some(channel) => vec![channel.clone()],
                    None => self.addresses(recipients, "slack")?,
                };
                let deliver = |to: String| {
                    let (document, key, recipient) = (self.summary(), key.clone(), to.clone());
                    let sending = async move {
                        slack_bot::post(bot, &recipient, document, &key, context).await.map(drop)
                    };
                    Delivery { to: format!("{name} {to}"), sending: Box::pin(sending) }
                };
                to.into_iter().map(deliver).collect()
            }
            other => {
                let kind = other.kind();
                return Err(Failure::usage(format!("[report] channel {name} is of the kind {kind}"))
                    .hint("a report goes by smtp, slack or slack_bot"));
            }
        })
    }

    fn link(&self) -> Option<String> {
        let config = &self.project.config;
        link(&config.report, &config.project, &self.report.name, self.report.day)
    }

    fn mail(&self, to: Vec<String>) -> Result<Mail, Failure> {
        let Self { report, templates, .. } = *self;
        let inline = pictures(report)?.into_iter().map(|(name, bytes)| (name, "image/png", bytes));
        Ok(Mail {
            to,
            subject: subject(report),
            text: render(report, Form::Text(Canvas::default()), templates)?,
            html: render(report, Form::Mail(self.link().as_deref()), templates)?,
            inline: inline.collect(),
            // The same for every attempt at one report, so that a repeat is known as one.
            id: format!("tillwatch.report.{}.{}.{}", report.name, report.day, report.now.as_second()),
            ..Mail::default()
        })
    }

    fn summary(&self) -> serde_json::Value {
        let report = self.report;
        let place = report.store.as_ref().map(|store| format!(", {}", store.name)).unwrap_or_default();
        summary(&Summary {
            title: &format!("{} {}: {}{place}", report.title, report.day, report.project),
            text: &report.verdict.text,
            is_well: report.verdict.level == Level::Good,
            figures: &figures(report),
            link: self.link().as_deref(),
            note: &format!("All of it: {}", report.command),
        })
    }

    fn addresses(&self, names: &[String], kind: &str) -> Result<Vec<String>, Failure> {
        let mut all = Vec::new();
        for name in names {
            let found = self.project.inventory.directory.addresses(name, kind, None, self.report.now);
            if found.is_empty() {
                let what = if kind == "email" { "e-mail" } else { kind };
                return Err(Failure::usage(format!("[report] recipient {name} has no {what} address"))
                    .hint(format!("write {name} = {{ {kind} = \"…\" }} in [contacts]")));
            }
            let found = found.into_iter().map(|recipient| recipient.address);
            all.extend(found.filter(|address| !all.contains(address)).collect::<Vec<_>>());
        }
        if all.is_empty() {
            return Err(Failure::usage("[report] names no recipients")
                .hint("notify = [{ email = [\"management\"] }]"));
        }
        Ok(all)
    }
}
