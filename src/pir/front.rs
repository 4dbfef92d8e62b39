//! A review's first line, which says what it is about: `<!-- tillwatch:review incident=3 since=… until=… -->`. Pure.

use jiff::Timestamp;

const HEAD: &str = "<!-- tillwatch:review ";
const END: &str = " -->";

/// What a review is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Front {
    /// The alert, or the incident, whose time it is; of neither, the time stands for itself.
    pub alert: Option<i64>,
    pub incident: Option<i64>,
    /// Only this store, where somebody has said so.
    pub store: Option<String>,
    pub since: Option<Timestamp>,
    /// When it ended; absent while it goes on.
    pub until: Option<Timestamp>,
}

impl Front {
    /// Reads a line that is one.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut front = Self::default();
        for word in line.trim_end().strip_prefix(HEAD)?.strip_suffix(END)?.split_ascii_whitespace() {
            let Some((key, value)) = word.split_once('=') else { continue };
            match key {
                "alert" => front.alert = value.parse().ok(),
                "incident" => front.incident = value.parse().ok(),
                "store" => front.store = Some(plain(value)),
                "since" => front.since = value.parse().ok(),
                "until" => front.until = value.parse().ok(),
                _ => {}
            }
        }
        Some(front)
    }

    /// The line.
    pub(super) fn line(&self) -> String {
        let time = |at: Option<Timestamp>| at.map(|at| at.to_string());
        let words = [
            ("alert", self.alert.map(|id| id.to_string())),
            ("incident", self.incident.map(|id| id.to_string())),
            ("store", self.store.as_deref().map(encoded)),
            ("since", time(self.since)),
            ("until", time(self.until)),
        ];
        let words = words.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value?)));
        format!("{HEAD}{}{END}", words.collect::<Vec<_>>().join(" "))
    }
}

/// A value without blanks, and without what would end the comment.
fn encoded(text: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"._:".contains(byte) || *byte >= 0x80;
    let mut out = Vec::new();
    for byte in text.bytes() {
        if is_plain(&byte) { out.push(byte) } else { out.extend(format!("%{byte:02X}").bytes()) }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn plain(text: &str) -> String {
    let (mut out, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, more)) = rest.split_first() {
        let byte = (*first == b'%').then(|| more.get(..2)).flatten();
        let byte = byte.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &more[2..] } else { more };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_written_line_is_read_and_what_is_unknown_passed_over() {
        let line = "<!-- tillwatch:review incident=3 new=1 since=x until=2025-10-24T10:21:00+03:00 -->\r";
        let until = Some("2025-10-24T07:21:00Z".parse().unwrap());
        assert_eq!(Front::read(line), Some(Front { incident: Some(3), until, ..Front::default() }));
        assert_eq!(Front::read("<!-- tillwatch:review -->"), None);
        assert_eq!(Front::read("# Post-Incident Review"), None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read(store in ".{0,12}", alert: Option<i64>) {
            let since = Some("2025-10-24T10:21:00.123Z".parse().unwrap());
            let front = Front { alert, store: Some(store), since, ..Front::default() };
            let line = front.line();
            proptest::prop_assert_eq!(line.matches("-->").count(), 1);
            proptest::prop_assert_eq!(Front::read(&line), Some(front));
        }
    }
}
