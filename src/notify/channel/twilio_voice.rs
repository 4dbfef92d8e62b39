//! Telephone calls by Twilio: <https://www.twilio.com/docs/voice/api/call-resource>, what is said as `TwiML`:
//! <https://www.twilio.com/docs/voice/twiml/say>.
//!
//! Twilio knows no idempotency key: a run that dies right after calling may call once more.

use std::fmt::Write as _;

use super::cut::cut_by;
use super::{Context, SendError, Sent, twilio};
use crate::config::TwilioVoiceChannel;
use crate::notify::message::Message;

/// `TwiML` in a request may have 4,000 characters, what is said 4,500 as a URL carries it.
const SAID: usize = 3500;

pub(super) async fn send(
    channel: &TwilioVoiceChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let form = [
        ("To", message.recipient.clone()),
        ("From", channel.from.clone()),
        ("Twiml", twiml(channel, message)),
    ];
    twilio::post(channel.account(), "Calls", &form, &message.key, context).await
}

fn twiml(channel: &TwilioVoiceChannel, message: &Message) -> String {
    let text = if message.stories.len() == 1 { &message.subject } else { &message.text };
    let voice = channel.voice.as_ref().map(|voice| format!(" voice=\"{}\"", xml(voice))).unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say language=\"{}\"{voice} loop=\"{}\">{}</Say></Response>",
        xml(&channel.language),
        channel.times.max(1),
        xml(&cut_by(text.trim(), SAID, "...", price)),
    )
}

/// How many characters one becomes, escaped for XML and then for a URL.
fn price(character: char) -> usize {
    let escaped = xml(character.encode_utf8(&mut [0; 4]));
    escaped.bytes().map(|byte| if byte.is_ascii_alphanumeric() { 1 } else { 3 }).sum()
}

/// Text between tags or quotes; characters that XML has no place for are left out.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '<' | '>' | '"' | '\'' => {
                let _ = write!(escaped, "&#{};", u32::from(character));
            }
            '\n' | '\t' => escaped.push(character),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_cannot_become_markup() {
        assert_eq!(xml("<Hangup/> \"&'\u{b}"), "&#60;Hangup/&#62; &#34;&#38;&#39;");
        assert_eq!(cut_by(&"я".repeat(4000), SAID, "...", price).chars().count(), 584);
    }
}
