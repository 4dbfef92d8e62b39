//! How much may be sent in a second.

use std::str::FromStr;

use serde::Deserialize;

/// Bytes a second, written `256 KiB/s`: a whole number, and one of B, kB, KiB, MB, MiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct ByteRate(u64);

/// Less would not get one long line through before a receiver gives up.
const LEAST: u64 = 1024;

impl ByteRate {
    pub(crate) fn bytes(self) -> u64 {
        self.0
    }
}

impl FromStr for ByteRate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no rate: write a number and B/s, kB/s, KiB/s, MB/s or MiB/s");
        let amount = text.trim().strip_suffix("/s").ok_or_else(wrong)?;
        let (number, unit) = amount.split_at(amount.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?);
        let unit = match unit.trim() {
            "B" => 1,
            "kB" => 1000,
            "KiB" => 1 << 10,
            "MB" => 1_000_000,
            "MiB" => 1 << 20,
            _ => return Err(wrong()),
        };
        let bytes =
            number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit)).ok_or_else(wrong)?;
        if bytes < LEAST {
            Err(format!("{text:?} is too slow; the least is 1 KiB/s"))
        } else {
            Ok(Self(bytes))
        }
    }
}

impl TryFrom<String> for ByteRate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl schemars::JsonSchema for ByteRate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ByteRate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "Bytes a second: 256 KiB/s." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("256 KiB/s", Ok(256 * 1024))]
    #[case("2MB/s", Ok(2_000_000))]
    #[case("4096 B/s", Ok(4096))]
    #[case("256 KiB", Err("no rate"))]
    #[case("KiB/s", Err("no rate"))]
    #[case("5 kbit/s", Err("no rate"))]
    #[case("99999999999999 MiB/s", Err("no rate"))]
    #[case("100 B/s", Err("too slow"))]
    fn a_rate_is_a_number_and_a_unit(#[case] text: &str, #[case] expected: Result<u64, &str>) {
        match (text.parse::<ByteRate>(), expected) {
            (Ok(rate), Ok(bytes)) => assert_eq!(rate.bytes(), bytes),
            (Err(said), Err(expected)) => assert!(said.contains(expected), "{said}"),
            (rate, expected) => panic!("{rate:?} is not {expected:?}"),
        }
    }
}
