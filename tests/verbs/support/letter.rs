//! A mail as it came over the wire, read: its headers and its parts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// One mail.
pub(crate) struct Letter(String);

impl Letter {
    /// `mail` is what stood between `DATA` and the lone dot, or what a mail server kept of it.
    pub(crate) fn new(mail: &str) -> Self {
        let lines = mail.replace("\r\n", "\n");
        let lines = lines.strip_suffix("\n.\n").unwrap_or(&lines).split('\n');
        // RFC 5321, section 4.5.2: a dot in front of a line was doubled.
        Self(lines.map(|line| line.strip_prefix('.').unwrap_or(line)).collect::<Vec<_>>().join("\n"))
    }

    /// The bytes of the only part of a media type, decoded.
    pub(crate) fn part(&self, media: &str) -> Vec<u8> {
        let mut parts = self.parts(media);
        assert_eq!(parts.len(), 1, "parts of {media}");
        parts.remove(0)
    }

    /// The text of the only part of a media type.
    pub(crate) fn text(&self, media: &str) -> String {
        String::from_utf8(self.part(media)).unwrap().replace("\r\n", "\n")
    }

    /// The bytes of every part of a media type, in order.
    pub(crate) fn parts(&self, media: &str) -> Vec<Vec<u8>> {
        let mark = format!("Content-Type: {media}");
        let boundary = |line: &str| line.split("boundary=\"").nth(1)?.split('"').next().map(str::to_owned);
        let bounds: Vec<String> = self.0.lines().filter_map(boundary).collect();
        let mut parts = vec![self.0.as_str()];
        for bound in bounds {
            let bound = format!("\n--{bound}");
            parts = parts.into_iter().flat_map(|part| part.split(&bound).collect::<Vec<_>>()).collect();
        }
        parts.into_iter().filter(|part| part.contains(&mark)).map(decoded).collect()
    }
}

fn decoded(part: &str) -> Vec<u8> {
    let (head, body) = part.split_once("\n\n").unwrap();
    if head.contains("Content-Transfer-Encoding: base64") {
        return STANDARD.decode(body.replace('\n', "")).unwrap();
    }
    if head.contains("Content-Transfer-Encoding: quoted-printable") {
        return quoted_printable(body);
    }
    body.as_bytes().to_vec()
}

fn quoted_printable(body: &str) -> Vec<u8> {
    let body = body.replace("=\n", "");
    let (mut bytes, mut out) = (body.bytes(), Vec::new());
    while let Some(byte) = bytes.next() {
        let hex = (byte == b'=').then(|| [bytes.next().unwrap(), bytes.next().unwrap()]);
        let read = |hex: [u8; 2]| u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap();
        out.push(hex.map_or(byte, read));
    }
    out
}
