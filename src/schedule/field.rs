//! One field of a cron expression: `*`, `5`, `1-5`, `*/15`, `Mon-Fri`, and lists of these.

use super::cron::CronError;

/// What a field counts.
#[derive(Debug)]
pub(super) struct Unit {
    pub name: &'static str,
    pub first: u8,
    pub last: u8,
    /// Names of the values, from `first` on.
    names: &'static [&'static str],
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// Seconds, minutes, hours, days of the month, months, days of the week.
pub(super) const UNITS: [Unit; 6] = [
    Unit { name: "second", first: 0, last: 59, names: &[] },
    Unit { name: "minute", first: 0, last: 59, names: &[] },
    Unit { name: "hour", first: 0, last: 23, names: &[] },
    Unit { name: "day of month", first: 1, last: 31, names: &[] },
    Unit { name: "month", first: 1, last: 12, names: MONTHS },
    Unit { name: "day of week", first: 0, last: 6, names: DAYS },
];

/// The values that a field allows, sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub values: Vec<u8>,
    /// It began with `*`: cron then does not count it as a restriction of the day.
    pub starred: bool,
    /// It allows everything.
    pub full: bool,
}

impl Unit {
    /// Reads a field; Sunday is 0 or 7.
    pub(super) fn parse(&self, text: &str) -> Result<Field, CronError> {
        let wrong = || CronError::Field { unit: self.name, text: text.to_owned() };
        let mut values = Vec::new();
        for part in text.split(',') {
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => (range, step.parse().ok().filter(|step| *step > 0).ok_or_else(wrong)?),
                None => (part, 1),
            };
            let (from, to) = match range.split_once('-') {
                _ if range == "*" => (self.first, self.last),
                Some((from, to)) => (self.value(from).ok_or_else(wrong)?, self.value(to).ok_or_else(wrong)?),
                // `5/10` means different things to different crons.
                None if part != range => return Err(wrong()),
                None => [self.value(range).ok_or_else(wrong)?; 2].into(),
            };
            let to = if self.is_weekday() && to == 0 && from > 0 { 7 } else { to };
            if from > to {
                return Err(wrong());
            }
            values.extend((from..=to).step_by(step).map(|value| if value > self.last { 0 } else { value }));
        }
        values.sort_unstable();
        values.dedup();
        let full = values.len() == usize::from(self.last - self.first) + 1;
        Ok(Field { values, starred: text.starts_with('*'), full })
    }

    fn is_weekday(&self) -> bool {
        self.first == 0 && self.last == 6
    }

    fn value(&self, text: &str) -> Option<u8> {
        let named = self.names.iter().position(|name| text.eq_ignore_ascii_case(name));
        let value = match named {
            Some(index) => self.first + u8::try_from(index).ok()?,
            None => text.parse().ok()?,
        };
        let last = if self.is_weekday() { 7 } else { self.last };
        (self.first..=last).contains(&value).then_some(value)
    }
}

impl Field {
    /// The values as a list, each moved by `shift`; `*` where all are allowed.
    pub(super) fn list(&self, shift: u8) -> String {
        if self.full {
            return "*".into();
        }
        self.values.iter().map(|value| (value + shift).to_string()).collect::<Vec<_>>().join(",")
    }

    /// The step from one value to the next, where it is the same throughout and reaches to the unit's end.
    pub(super) fn step(&self, unit: &Unit) -> Option<u8> {
        let step = self.values.get(1)? - self.values[0];
        let even = self.values.windows(2).all(|pair| pair[1] - pair[0] == step);
        (even && self.values.len() > 2 && self.values.last()? + step > unit.last).then_some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(1, "*/20", &[0, 20, 40])]
    #[case(1, "5,1-3", &[1, 2, 3, 5])]
    #[case(3, "1-31/10", &[1, 11, 21, 31])]
    #[case(4, "jan-Mar,12", &[1, 2, 3, 12])]
    #[case(5, "Mon-Fri", &[1, 2, 3, 4, 5])]
    #[case(5, "0", &[0])]
    #[case(5, "7", &[0])]
    #[case(5, "5-7", &[0, 5, 6])]
    #[case(5, "Sat-Sun", &[0, 6])]
    fn reads(#[case] unit: usize, #[case] text: &str, #[case] values: &[u8]) {
        assert_eq!(UNITS[unit].parse(text).unwrap().values, values);
    }

    #[rstest::rstest]
    #[case(1, "60")]
    #[case(1, "")]
    #[case(1, "5-1")]
    #[case(1, "*/0")]
    #[case(1, "5/10")]
    #[case(2, "24")]
    #[case(3, "0")]
    #[case(4, "Smarch")]
    #[case(5, "8")]
    #[case(5, "5-3")]
    fn refuses(#[case] unit: usize, #[case] text: &str) {
        assert!(UNITS[unit].parse(text).is_err());
    }
}
