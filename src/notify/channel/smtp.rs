//! E-mail by SMTP: text and HTML, inline pictures, one thread an incident.
//!
//! Threads as RFC 5322, section 3.6.4 has them: later mails reply to the first one. Those of whom nobody knows the
//! first one, as after a failure, still share the thread's own id in `References`.

use std::path::Path;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message as Email, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use super::{Context, SendError, Sent};
use crate::config::{SmtpChannel, SmtpTls};
use crate::net::Concealed;
use crate::notify::message::Message;

/// A mail to be sent: what reports and alerts have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mail {
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Content id, media type and bytes of each picture that the HTML names as `cid:ID`.
    pub inline: Vec<(String, &'static str, Vec<u8>)>,
    /// The left side of `Message-ID`: the same for every attempt at one mail.
    pub id: String,
    /// The left side of the id that all mails of a thread refer to.
    pub thread: Option<String>,
    /// The id of the thread's first mail, if this is a later one.
    pub first: Option<String>,
}

/// Sends the mail that tells of an incident. The receipt is the id of the thread's first mail.
pub(super) async fn tell(
    channel: &SmtpChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let mail = Mail {
        to: vec![message.recipient.clone()],
        subject: message.subject.clone(),
        text: message.text.clone(),
        html: message.html.clone(),
        inline: Vec::new(),
        id: format!("tillwatch.{}", message.key),
        thread: Some(format!("tillwatch.incident.{}", message.thread)),
        first: message.receipt.clone(),
    };
    send(channel, &mail, &context.folder).await?;
    Ok(Sent { receipt: message.receipt.clone().or(Some(format!("<{}@{}>", mail.id, domain(channel)?))) })
}

/// Sends one mail to all its addresses.
pub(crate) async fn send(channel: &SmtpChannel, mail: &Mail, folder: &Path) -> Result<(), SendError> {
    let email = email(channel, mail)?;
    crate::net::install_crypto();
    let password = channel.password.as_ref().map(|secret| secret.read(folder)).transpose()?;
    let user = channel.username.clone().unwrap_or_default();
    let concealed = password.iter().fold(Concealed::default(), |concealed, password| {
        concealed.text(password).text(&format!("\0{user}\0{password}"))
    });
    let server = format!("mail server {}:{}", channel.host, channel.port);
    // The library's own limit is for connecting alone.
    let sending = transport(channel, password)?;
    let sent = tokio::time::timeout(channel.timeout.std(), sending.send(email)).await;
    let sent = sent.map_err(|_| SendError::temporary(format!("{server}: timed out")))?;
    sent.map(drop).map_err(|error| {
        let reason = format!("{server}: {}", concealed.hide(&chain(&error)));
        if error.is_permanent() { SendError::Permanent(reason) } else { SendError::temporary(reason) }
    })
}

fn transport(
    channel: &SmtpChannel,
    password: Option<String>,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, SendError> {
    type Transport = AsyncSmtpTransport<Tokio1Executor>;
    let tls = |error: lettre::transport::smtp::Error| SendError::temporary(error.to_string());
    let builder = match channel.tls {
        SmtpTls::Starttls => Transport::starttls_relay(&channel.host).map_err(tls)?,
        SmtpTls::Tls => Transport::relay(&channel.host).map_err(tls)?,
        SmtpTls::None => Transport::builder_dangerous(&channel.host),
    };
    let builder = builder.port(channel.port).timeout(Some(channel.timeout.std()));
    Ok(match (channel.username.clone(), password) {
        (Some(user), Some(password)) => builder.credentials(Credentials::new(user, password)),
        _ => builder,
    }
    .build())
}

fn email(channel: &SmtpChannel, mail: &Mail) -> Result<Email, SendError> {
    let domain = domain(channel)?;
    // RFC 3834: nobody's out-of-office answers.
    let automatic =
        HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into());
    let mut builder = Email::builder().from(sender(channel)?).subject(&mail.subject).raw_header(automatic);
    for to in &mail.to {
        builder = builder.to(to.parse().map_err(|error| wrong(&format!("recipient {to}"), &error))?);
    }
    if !mail.id.is_empty() {
        builder = builder.message_id(Some(format!("<{}@{domain}>", mail.id)));
    }
    if let Some(thread) = &mail.thread {
        let first = mail.first.as_deref().unwrap_or_default();
        builder = builder.references(format!("<{thread}@{domain}> {first}").trim_end().to_owned());
    }
    if let Some(first) = &mail.first {
        builder = builder.in_reply_to(first.clone());
    }
    builder.multipart(parts(mail)).map_err(|error| wrong("mail", &error))
}

/// Who a mail is from.
pub(crate) fn sender(channel: &SmtpChannel) -> Result<Mailbox, SendError> {
    channel.from.parse().map_err(|error| wrong("sender", &error))
}

fn domain(channel: &SmtpChannel) -> Result<String, SendError> {
    Ok(sender(channel)?.email.domain().to_owned())
}

fn wrong(what: &str, error: &dyn ToString) -> SendError {
    SendError::Permanent(format!("{what}: {}", error.to_string()))
}

fn parts(mail: &Mail) -> MultiPart {
    let text = SinglePart::plain(mail.text.clone());
    let html = SinglePart::html(mail.html.clone());
    if mail.inline.is_empty() {
        return MultiPart::alternative().singlepart(text).singlepart(html);
    }
    let pictures = mail.inline.iter().filter_map(|(id, media, bytes)| {
        let media: ContentType = media.parse().ok()?;
        Some(Attachment::new_inline(id.clone()).body(Body::new(bytes.clone()), media))
    });
    let related = pictures.fold(MultiPart::related().singlepart(html), MultiPart::singlepart);
    MultiPart::alternative().singlepart(text).multipart(related)
}

/// The error and its causes in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let said = cause.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        source = cause.source();
    }
    text
}
