//! Where a key stands in the configuration's text, for problems that are found after parsing.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The line, counted from 1, of the value behind a path of keys and array positions; of the nearest thing above it
/// where the path ends early; 0 where there is none of it.
pub(super) fn line_of(text: &str, path: &[&str]) -> usize {
    let Ok(table) = DeTable::parse(text) else { return 0 };
    let (mut offset, mut here) = (None, Node::Table(table.get_ref()));
    for step in path {
        let Some((start, next)) = here.child(step) else { break };
        offset = Some(start);
        here = next;
    }
    offset.map_or(0, |start| 1 + text[..start].matches('\n').count())
}

#[derive(Clone, Copy)]
enum Node<'t> {
    Table(&'t DeTable<'t>),
    Value(&'t DeValue<'t>),
}

impl Node<'_> {
    /// The child of that name or position, and where it begins.
    fn child(self, step: &str) -> Option<(usize, Self)> {
        let value: &Spanned<DeValue<'_>> = match self {
            Self::Table(table) | Self::Value(DeValue::Table(table)) => {
                let (key, value) = table.iter().find(|(key, _)| key.get_ref() == step)?;
                return Some((key.span().start, Node::Value(value.get_ref())));
            }
            Self::Value(DeValue::Array(array)) => array.get(step.parse::<usize>().ok()?)?,
            Self::Value(_) => return None,
        };
        Some((value.span().start, Node::Value(value.get_ref())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "version = 1\n\n[[stores]]\nid = \"1\"\nhours = [\n  \"daily\",\n]\n\n[channels.email.smtp]\nhost = \"x\"\n\n[[stores]]\nid = \"2\"\n";

    #[rstest::rstest]
    #[case(&["version"], 1)]
    #[case(&["stores", "0"], 3)]
    #[case(&["stores", "0", "hours"], 5)]
    #[case(&["stores", "0", "hours", "0"], 6)]
    #[case(&["stores", "1", "id"], 13)]
    #[case(&["stores", "1", "absent"], 12)]
    #[case(&["channels", "email", "smtp", "host"], 10)]
    #[case(&["nowhere"], 0)]
    fn a_path_leads_to_its_line(#[case] path: &[&str], #[case] line: usize) {
        assert_eq!(line_of(TEXT, path), line);
    }
}
