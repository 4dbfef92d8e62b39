//! Filters that templates may use beside Tera's own: `number`, `percent`, `money`, `duration`, `unit`, `change`, `target`,
//! `datetime`, `wrap`, `plain`, `json`; and those of Prometheus' rule files: `humanize`, `humanize1024`, `humanize_percentage`,
//! `humanize_duration`, `printf`.
//!
//! Each reads a missing value as *no data*.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::format::{self, Numerals};
use super::humanize;

/// What prints a number.
type Show = fn(f64) -> String;

/// Registers them, numbers written as `numerals` says.
pub(super) fn register(tera: &mut Tera, numerals: &Numerals) {
    register_numbers(tera, numerals);
    tera.register_filter("duration", |value: &Value, _: Kwargs, _: &State| shown(value, format::duration));
    tera.register_filter("datetime", |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        datetime(value, &zone(args.get::<&str>("zone")?)?, args.get::<&str>("pattern")?)
    });
    tera.register_filter("target", |text: &str, args: Kwargs, _: &State| -> TeraResult<String> {
        Ok(format::target(text, args.must_get::<&str>("unit")?))
    });
    tera.register_filter("wrap", |text: &str, args: Kwargs, _: &State| -> TeraResult<String> {
        Ok(format::wrap(text, args.get::<usize>("width")?.unwrap_or(80)))
    });
    tera.register_filter("plain", |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
        match value.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => shown(value, format::plain),
        }
    });
    let of_prometheus: [(&str, Show); 4] = [
        ("humanize", humanize::humanize),
        ("humanize1024", humanize::humanize1024),
        ("humanize_percentage", humanize::humanize_percentage),
        ("humanize_duration", humanize::humanize_duration),
    ];
    for (name, show) in of_prometheus {
        tera.register_filter(name, move |value: &Value, _: Kwargs, _: &State| shown(value, show));
    }
    tera.register_filter("printf", |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        let format = args.must_get::<&str>("format")?;
        if let Some(text) = value.as_str().filter(|text| number_that_json_lacks(text).is_none()) {
            return Ok(format.replace("%s", text).replace("%v", text));
        }
        shown(value, |value| humanize::printf(format, value).unwrap_or_else(|| format.to_owned()))
    });
    tera.register_filter("json", |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
        serde_json::to_string(value).map_err(Error::message)
    });
}

/// The filters that write numbers; registered again, they write them in another way.
pub(super) fn register_numbers(tera: &mut Tera, numerals: &Numerals) {
    let own = numerals.clone();
    tera.register_filter("number", move |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        let decimals = args.get::<usize>("decimals")?.unwrap_or(0);
        shown(value, |value| own.number(value, decimals))
    });
    let own = numerals.clone();
    tera.register_filter("percent", move |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        let decimals = args.get::<usize>("decimals")?.unwrap_or(1);
        shown(value, |value| own.percent(value, decimals))
    });
    let own = numerals.clone();
    tera.register_filter("money", move |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        let own = of_currency(&own, args.must_get::<&str>("currency")?);
        shown(value, |value| own.money(value))
    });
    let own = numerals.clone();
    tera.register_filter("change", move |value: &Value, args: Kwargs, _: &State| -> TeraResult<String> {
        let unit = args.must_get::<&str>("unit")?;
        shown(value, |value| own.change(value, unit))
    });
    let own = numerals.clone();
    tera.register_filter("unit", move |value: &Value, args: Kwargs, _: &State| in_unit(value, &args, &own));
}

fn in_unit(value: &Value, args: &Kwargs, numerals: &Numerals) -> TeraResult<String> {
    let unit = args.must_get::<&str>("unit")?;
    match value.as_str() {
        Some(text) => {
            let day = args.get::<&str>("day")?.and_then(|day| day.parse().ok());
            Ok(format::text_in_unit(text, unit, &zone(args.get::<&str>("zone")?)?, day))
        }
        None if format::is_text(unit) && (value.is_none() || value.is_undefined()) => Ok("-".into()),
        None => {
            let currency = args.get::<&str>("currency")?.unwrap_or(&numerals.currency);
            let numerals = of_currency(numerals, currency);
            let target = args.get::<&Value>("target")?.and_then(number_of);
            shown(value, |value| numerals.apart_from(target.unwrap_or(value), value, unit))
        }
    }
}

/// The number of a target such as `>= 99.9`.
fn number_of(target: &Value) -> Option<f64> {
    target.as_str()?.trim_start_matches(['<', '>', '=', '!', ' ']).trim().parse().ok()
}

fn of_currency(numerals: &Numerals, currency: &str) -> Numerals {
    Numerals { currency: currency.to_owned(), ..numerals.clone() }
}

fn shown(value: &Value, show: impl Fn(f64) -> String) -> TeraResult<String> {
    if value.is_none() || value.is_undefined() {
        return Ok(format::NO_DATA.into());
    }
    let number = value.as_f64().or_else(|| value.as_number().map(|number| number.as_float()));
    // JSON has no NaN and no infinity: these come as the text that Prometheus writes.
    let number = number.or_else(|| value.as_str().and_then(number_that_json_lacks));
    number.map(show).ok_or_else(|| Error::message(format!("{value} is no number")))
}

fn number_that_json_lacks(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "+Inf" => Some(f64::INFINITY),
        "-Inf" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}

fn zone(name: Option<&str>) -> TeraResult<TimeZone> {
    let name = name.unwrap_or("UTC");
    crate::time::zone(name).ok_or_else(|| Error::message(format!("{name} is no time zone")))
}

fn datetime(value: &Value, zone: &TimeZone, pattern: Option<&str>) -> TeraResult<String> {
    if value.is_none() || value.is_undefined() {
        return Ok(format::NO_DATA.into());
    }
    let at: Timestamp = value
        .as_str()
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Error::message(format!("{value} is no instant")))?;
    Ok(format::instant(at, zone, pattern.unwrap_or("%Y-%m-%d %H:%M")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(template: &str) -> String {
        let mut tera = Tera::default();
        register(&mut tera, &Numerals::default());
        let model =
            serde_json::json!({ "n": 1234.5, "none": null, "at": "2025-10-24T07:15:30Z", "text": "a\"b" });
        let context = tera::Context::from_serialize(&model).unwrap();
        tera.render_str(template, &context, false).unwrap_or_else(|error| format!("error: {error:?}"))
    }

    #[rstest::rstest]
    #[case("{{ n | number }}", "1\u{202f}235")]
    #[case("{{ none | percent }} {{ none | duration }}", "no data no data")]
    #[case("{{ n | money(currency='₽') }}", "1\u{202f}235\u{202f}₽")]
    #[case("{{ n | unit(unit='seconds') }}", "20\u{202f}min 35\u{202f}s")]
    #[case("{{ at | datetime(zone='Europe/Moscow') }}", "2025-10-24 10:15")]
    #[case("{{ at | datetime(pattern='%d.%m.') }}", "24.10.")]
    #[case("{{ at | unit(unit='hour', zone='Europe/Moscow') }}", "10:15")]
    #[case(
        "{{ at | unit(unit='time') }} {{ at | unit(unit='time', day='2025-10-24') }}",
        "24 Oct 07:15 07:15"
    )]
    #[case("{{ none | unit(unit='time') }} {{ none | unit(unit='ms') }}", "- no data")]
    #[case("{{ text | unit(unit='text') }}", "a\"b")]
    #[case("{{ n | change(unit='%') }}", "+1\u{202f}234.5\u{202f}%")]
    #[case("{{ '< 60' | target(unit='seconds') }}", "< 1\u{202f}min")]
    #[case("{{ text | json }}", r#""a\"b""#)]
    fn filters_format(#[case] template: &str, #[case] text: &str) {
        assert_eq!(rendered(template), text);
    }

    #[rstest::rstest]
    #[case("{{ text | number }}", "no number")]
    #[case("{{ text | datetime }}", "no instant")]
    #[case("{{ at | datetime(zone='Mars') }}", "no time zone")]
    fn what_cannot_be_formatted_is_an_error(#[case] template: &str, #[case] part: &str) {
        let text = rendered(template);
        assert!(text.starts_with("error: ") && text.contains(part), "{text}");
    }
}
