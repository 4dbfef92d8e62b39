//! `%APPDATA%`, `$NAME` and `${NAME}` in a path.

use std::sync::LazyLock;

use glob::Pattern;
use regex::{Captures, Regex};

static VARIABLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"%(?<percent>[A-Za-z_][\w()]*)%|\$\{(?<braced>[A-Za-z_]\w*)\}|\$(?<bare>[A-Za-z_]\w*)")
        .expect("a valid pattern")
});

/// The pattern with each variable's value in its place, or the name of the first that has none.
///
/// A value is taken letter by letter: brackets and stars in it are no wildcards.
pub(super) fn expand(pattern: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut unset = None;
    let expanded = VARIABLE.replace_all(pattern, |found: &Captures<'_>| {
        let name = found.iter().skip(1).flatten().next().map_or("", |name| name.as_str());
        let value = value(name).filter(|value| !value.is_empty());
        if value.is_none() {
            unset.get_or_insert_with(|| name.to_owned());
        }
        Pattern::escape(&value.unwrap_or_default())
    });
    let expanded = expanded.into_owned();
    unset.map_or(Ok(expanded), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str) -> Option<String> {
        match name {
            "APPDATA" => Some(r"C:\Users\Анна [1]".into()),
            "ProgramFiles(x86)" => Some("C:/p".into()),
            "EMPTY" => Some(String::new()),
            _ => None,
        }
    }

    #[rstest::rstest]
    #[case(r"%APPDATA%\Касса *\logs", Ok(r"C:\Users\Анна [[]1[]]\Касса *\logs"))]
    #[case("$APPDATA/x ${APPDATA}y", Ok(r"C:\Users\Анна [[]1[]]/x C:\Users\Анна [[]1[]]y"))]
    #[case("%ProgramFiles(x86)%/a", Ok("C:/p/a"))]
    #[case(r"\\till\C$\100%\a-%20.log", Ok(r"\\till\C$\100%\a-%20.log"))]
    #[case("/var/$HERE/%THERE%", Err("HERE"))]
    #[case("${EMPTY}/a", Err("EMPTY"))]
    fn variables_are_expanded(#[case] pattern: &str, #[case] expected: Result<&str, &str>) {
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(expand(pattern, &value), expected);
    }
}
