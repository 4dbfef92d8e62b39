//! `tillwatch report … --send`: the report as a mail, text and HTML, its charts as pictures.

use jiff::Timestamp;

use crate::app::{App, Failure, Project};
use crate::config::{Channel, SmtpChannel};
use crate::notify::channel::smtp::{self, Mail};
use crate::render::Templates;
use crate::report::{Form, Glyphs, Report, pictures, render};

/// Mails the report, or says why it could not be delivered and what to do.
pub(super) fn send(
    app: &App,
    project: &Project,
    report: &Report,
    templates: &Templates,
) -> Result<(), Failure> {
    let channel = channel(project)?;
    let mail = mail(project, report, templates)?;
    let to = mail.to.join(", ");
    if app.dry_run() {
        app.ui.status(format!("would send to {to}; with --now, --commit sends it"));
        return Ok(());
    }
    let runtime = crate::net::runtime().map_err(|error| Failure::incomplete(error.to_string()))?;
    runtime.block_on(smtp::send(channel, &mail, &project.config.folder)).map_err(|error| {
        let again = report.command.clone();
        Failure::incomplete(format!("not delivered: {error}"))
            .hint(format!("nothing is lost: run `{again} --send` again"))
    })?;
    app.ui.status(format!("sent to {to}"));
    Ok(())
}

fn channel(project: &Project) -> Result<&SmtpChannel, Failure> {
    let name = project.config.report.channel.as_deref().ok_or_else(|| {
        Failure::usage("[report] names no channel")
            .hint("channel = \"email\" and recipients = [\"management\"]")
    })?;
    match project.config.channels.get(name) {
        Some(Channel::Smtp(channel)) => Ok(channel),
        Some(_) => {
            Err(Failure::usage(format!("[report] channel {name} is no smtp channel: a report is a mail")))
        }
        None => Err(Failure::usage(format!("[report] channel {name} does not exist"))
            .hint(format!("describe it in [channels.{name}.smtp]"))),
    }
}

fn mail(project: &Project, report: &Report, templates: &Templates) -> Result<Mail, Failure> {
    let subject = format!("{} {}: {}", report.title, report.day, report.verdict.text);
    let inline = pictures(report)?.into_iter().map(|(name, bytes)| (name, "image/png", bytes));
    Ok(Mail {
        to: recipients(project, report.now)?,
        subject,
        text: render(report, Form::Text(Glyphs::for_locale(None)), templates)?,
        html: render(report, Form::MailHtml, templates)?,
        inline: inline.collect(),
        // The same for every attempt at one report, so that a repeat is known as one.
        id: format!("tillwatch.report.{}.{}.{}", report.name, report.day, report.now.as_second()),
        ..Mail::default()
    })
}

fn recipients(project: &Project, now: Timestamp) -> Result<Vec<String>, Failure> {
    let mut all = Vec::new();
    for name in &project.config.report.recipients {
        let addresses = project.inventory.directory.addresses(name, "email", None, now);
        if addresses.is_empty() {
            return Err(Failure::usage(format!("[report] recipient {name} has no e-mail address"))
                .hint(format!("write {name} = {{ email = \"…\" }} in [contacts]")));
        }
        let addresses = addresses.into_iter().map(|recipient| recipient.address);
        all.extend(addresses.filter(|address| !all.contains(address)).collect::<Vec<_>>());
    }
    if all.is_empty() {
        return Err(Failure::usage("[report] names no recipients").hint("recipients = [\"management\"]"));
    }
    Ok(all)
}
