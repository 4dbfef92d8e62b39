//! Cron expressions as `OnCalendar=`, by systemd.time(7).

use super::cron::Cron;
use super::field::{Field, UNITS, Unit};

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/// The calendar events that together mean the expression: two where either day counts.
pub(super) fn on_calendar(cron: &Cron, zone: &str) -> Vec<String> {
    let [second, minute, hour, day, month, weekday] = &cron.fields;
    let part = |field: &Field, unit: usize| numbers(field, &UNITS[unit]);
    let time = format!("{}:{}:{}", part(hour, 2), part(minute, 1), part(second, 0));
    let event = |days: &str, day: &str| format!("{days}*-{}-{day} {time} {zone}", part(month, 4));
    if cron.is_either_day() {
        return vec![event("", &part(day, 3)), event(&weekdays(weekday), "*")];
    }
    vec![event(&weekdays(weekday), &part(day, 3))]
}

/// `Mon,Tue ` with a blank behind, or nothing where every day counts.
fn weekdays(field: &Field) -> String {
    if field.full {
        return String::new();
    }
    let names: Vec<_> = field.values.iter().map(|day| DAYS[usize::from(*day)]).collect();
    format!("{} ", names.join(","))
}

fn numbers(field: &Field, unit: &Unit) -> String {
    if field.full {
        return "*".into();
    }
    match field.step(unit) {
        Some(step) => format!("{:02}/{step}", field.values[0]),
        None => field.values.iter().map(|value| format!("{value:02}")).collect::<Vec<_>>().join(","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("* * * * *", &["*-*-* *:*:00 UTC"])]
    #[case("*/5 9-17 * * Mon-Fri", &["Mon,Tue,Wed,Thu,Fri *-*-* 09,10,11,12,13,14,15,16,17:00/5:00 UTC"])]
    #[case("0 8 1 */3 *", &["*-01/3-01 08:00:00 UTC"])]
    #[case("0 0 13 * 5", &["*-*-13 00:00:00 UTC", "Fri *-*-* 00:00:00 UTC"])]
    #[case("*/30 * * * * *", &["*-*-* *:*:00,30 UTC"])]
    fn says_the_same(#[case] cron: &str, #[case] events: &[&str]) {
        assert_eq!(on_calendar(&Cron::parse(cron).unwrap(), "UTC"), events);
    }
}
