//! Text messages by Twilio: <https://www.twilio.com/docs/messaging/api/message-resource>.
//!
//! Segments: <https://www.twilio.com/docs/glossary/what-sms-character-limit>. Twilio knows no idempotency key: a run
//! that dies right after sending may send once more.

use super::cut::cut_by;
use super::{Context, SendError, Sent, twilio};
use crate::config::TwilioSmsChannel;
use crate::notify::message::Message;

/// The most characters that Twilio takes: ten segments.
const MOST_SEGMENTS: usize = 10;

/// The basic character set of GSM 03.38, and what costs two of its places.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                   abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_EXTENDED: &str = "^{}\\[~]|€";

pub(super) async fn send(
    channel: &TwilioSmsChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let sender = if channel.from.starts_with("MG") { "MessagingServiceSid" } else { "From" };
    let form = [
        ("To", message.recipient.clone()),
        (sender, channel.from.clone()),
        ("Body", body(message, channel.segments)),
    ];
    twilio::post(channel.account(), "Messages", &form, &message.key, context).await
}

/// One line for an incident, and the link that acknowledges it, which is never cut; the whole text of all else.
fn body(message: &Message, segments: usize) -> String {
    let (text, link) = match message.stories.as_slice() {
        [story] => (message.subject.as_str(), story.ack_url.as_ref().map(|url| format!("\n{url}"))),
        _ => (message.text.trim(), None),
    };
    let link = link.unwrap_or_default();
    let alphabet = Alphabet::of(&format!("{text}{link}"));
    let price = |text: &str| text.chars().map(|character| alphabet.price(character)).sum::<usize>();
    match alphabet.places(segments).checked_sub(price(&link)) {
        Some(room) => cut_by(text, room, "...", |character| alphabet.price(character)) + &link,
        None => cut_by(text, alphabet.places(segments), "...", |character| alphabet.price(character)),
    }
}

/// How a text travels: one character outside of GSM 03.38 makes all of them wide.
#[derive(Clone, Copy)]
enum Alphabet {
    Gsm,
    Ucs2,
}

impl Alphabet {
    fn of(text: &str) -> Self {
        let is_gsm = |character| GSM.contains(character) || GSM_EXTENDED.contains(character);
        if text.chars().all(is_gsm) { Self::Gsm } else { Self::Ucs2 }
    }

    /// How many places a character takes.
    fn price(self, character: char) -> usize {
        match self {
            Self::Gsm => 1 + usize::from(GSM_EXTENDED.contains(character)),
            Self::Ucs2 => character.len_utf16(),
        }
    }

    /// How many places there are. Parts of a longer message carry a header each.
    fn places(self, segments: usize) -> usize {
        match (self, segments.clamp(1, MOST_SEGMENTS)) {
            (Self::Gsm, 1) => 160,
            (Self::Gsm, segments) => 153 * segments,
            (Self::Ucs2, 1) => 70,
            (Self::Ucs2, segments) => 67 * segments,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::latin("a", 1, 160)]
    #[case::latin_in_parts("a", 2, 306)]
    #[case::cyrillic("я", 1, 70)]
    #[case::cyrillic_in_parts("я", 3, 201)]
    #[case::emoji_take_two_places("🔥", 3, 201)]
    #[case::braces_take_two_places("{", 1, 160)]
    fn a_text_is_cut_to_its_segments(
        #[case] character: &str,
        #[case] segments: usize,
        #[case] places: usize,
    ) {
        let text = character.repeat(500);
        let alphabet = Alphabet::of(&text);
        assert_eq!(alphabet.places(segments), places);
        let kept = cut_by(&text, places, "...", |character| alphabet.price(character));
        let taken: usize = kept.chars().map(|character| alphabet.price(character)).sum();
        assert!(kept.ends_with("...") && (places - 1..=places).contains(&taken), "{taken}");
    }
}
