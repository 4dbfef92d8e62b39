//! Tera: one environment, its filters, and templates that a project's `templates/` folder overrides by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use tera::{Context, Tera};

pub(crate) use format::{Numerals, nouns, plural};
pub(crate) use junit::{JunitCase, junit};
pub(crate) use markup::escaped;

include!(concat!(env!("OUT_DIR"), "/shipped_templates.rs"));

/// What can go wrong with a template.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenderError {
    #[error("template {name}: {reason}")]
    Template { name: String, reason: String },
    #[error("{path}: {reason}")]
    Unreadable { path: String, reason: String },
}

/// The templates of a project.
pub(crate) struct Templates {
    tera: Tera,
}

impl Templates {
    /// The shipped templates and those in `folder`, by path below it: `messages/smtp.txt`, `reports/daily.html`.
    ///
    /// What ends in `.html` is escaped.
    pub(crate) fn load(folder: &Path) -> Result<Self, RenderError> {
        let mut texts = shipped();
        read_folder(folder, folder, &mut texts)?;
        Self::of(texts)
    }

    /// The shipped templates alone.
    pub(crate) fn shipped() -> Result<Self, RenderError> {
        Self::of(shipped())
    }

    /// As [`Templates::load`], but the shipped templates stand in for those of the project that cannot be read. Gives
    /// these mistakes as well.
    pub(crate) fn load_what_works(folder: &Path) -> Result<(Self, Vec<RenderError>), RenderError> {
        if let Ok(templates) = Self::load(folder) {
            return Ok((templates, Vec::new()));
        }
        let (mut texts, mut own) = (shipped(), BTreeMap::new());
        let unreadable = read_folder(folder, folder, &mut own).err();
        // One may build on another: as long as one was added, others may work now.
        loop {
            let (mut mistakes, before) = (Vec::new(), own.len());
            own.retain(|name, text| {
                let with = texts.iter().map(|(name, text)| (name.clone(), text.clone()));
                let with: BTreeMap<_, _> = with.chain([(name.clone(), text.clone())]).collect();
                let read = Self::of(with.clone());
                match read {
                    Ok(_) => texts = with,
                    Err(RenderError::Template { reason, .. }) => {
                        mistakes.push(RenderError::Template { name: name.clone(), reason });
                    }
                    Err(other) => mistakes.push(other),
                }
                texts.get(name) != Some(text)
            });
            if own.len() == before || own.is_empty() {
                mistakes.extend(unreadable);
                return Ok((Self::of(texts)?, mistakes));
            }
        }
    }

    fn of(mut texts: BTreeMap<String, String>) -> Result<Self, RenderError> {
        // Definitions, style sheets and scripts lie beside templates and are none.
        let is_template = |name: &str| {
            Path::new(name)
                .extension()
                .is_none_or(|end| !["toml", "css", "js"].iter().any(|other| end == *other))
        };
        texts.retain(|name, _| is_template(name));
        let mut tera = Tera::default();
        filters::register(&mut tera, &Numerals::default());
        let failed = |error: tera::Error| RenderError::Template { name: "*".into(), reason: chain(&error) };
        tera.add_raw_templates(texts).map_err(failed)?;
        Ok(Self { tera })
    }

    /// The same templates, numbers written in another way.
    pub(crate) fn with_numerals(mut self, numerals: &Numerals) -> Self {
        filters::register_numbers(&mut self.tera, numerals);
        self
    }

    /// Renders a template with a serialisable model as its context.
    pub(crate) fn render(&self, name: &str, model: &impl Serialize) -> Result<String, RenderError> {
        let failed =
            |error: tera::Error| RenderError::Template { name: name.to_owned(), reason: chain(&error) };
        let context = Context::from_serialize(model).map_err(failed)?;
        self.tera.render(name, &context).map_err(failed)
    }

    /// Renders a template's text, such as a rule's annotation.
    pub(crate) fn render_text(
        &self,
        name: &str,
        text: &str,
        model: &impl Serialize,
    ) -> Result<String, RenderError> {
        let failed =
            |error: tera::Error| RenderError::Template { name: name.to_owned(), reason: chain(&error) };
        let context = Context::from_serialize(model).map_err(failed)?;
        self.tera.clone().render_str(text, &context, false).map_err(failed)
    }

    /// Texts such as a rule's annotations, each read once to be rendered many times.
    pub(crate) fn compile<'t>(&self, texts: impl IntoIterator<Item = (&'t String, &'t String)>) -> Texts {
        let mut tera = self.tera.clone();
        let mut compiled = BTreeMap::new();
        for (name, text) in texts {
            // Beside the templates of the project, which it may include.
            let added = tera.add_raw_template(&format!("<text>/{name}"), text);
            compiled.insert(name.clone(), added.map_err(|error| chain(&error)));
        }
        Texts { tera, compiled }
    }

    /// Whether there is a template of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.tera.get_template_names().any(|known| known == name)
    }

    /// The names of all templates.
    pub(crate) fn names(&self) -> Vec<String> {
        self.tera.get_template_names().map(str::to_owned).collect()
    }
}

/// Texts that were read once; see [`Templates::compile`].
pub(crate) struct Texts {
    tera: Tera,
    compiled: BTreeMap<String, Result<(), String>>,
}

impl Texts {
    /// Why texts could not be read, each with its name.
    pub(crate) fn mistakes(&self) -> impl Iterator<Item = String> {
        let mistake = |(name, read): (&String, &Result<(), String>)| {
            read.as_ref().err().map(|error| format!("template {name}: {error}"))
        };
        self.compiled.iter().filter_map(mistake)
    }

    /// Every text by name, rendered, or why it could not be.
    pub(crate) fn render(
        &self,
        model: &impl Serialize,
    ) -> impl Iterator<Item = (&str, Result<String, String>)> {
        let context = Context::from_serialize(model).map_err(|error| chain(&error));
        self.compiled.iter().map(move |(name, read)| {
            let rendered = read.clone().and_then(|()| {
                let context = context.as_ref().map_err(Clone::clone)?;
                self.tera.render(&format!("<text>/{name}"), context).map_err(|error| chain(&error))
            });
            (name.as_str(), rendered)
        })
    }
}

/// The text of `name` below the project's `folder`, or as shipped; `None` if there is neither.
pub(crate) fn text_of(folder: &Path, name: &str) -> Result<Option<String>, RenderError> {
    let path = folder.join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Ok(SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| (*text).to_owned()))
        }
        Err(error) => {
            Err(RenderError::Unreadable { path: path.display().to_string(), reason: error.to_string() })
        }
    }
}

/// The names of what is shipped, definitions of reports included.
pub(crate) fn shipped_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// The names of the files `FOLDER/NAME.EXTENSION`, shipped or below the project's `root`, in order.
pub(crate) fn names_below(root: &Path, folder: &str, extension: &str) -> Vec<String> {
    let own = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let own = own.map(|entry| Path::new(folder).join(entry.file_name()));
    let shipped = SHIPPED.iter().map(|(name, _)| Path::new(name).to_owned());
    let all = own.chain(shipped).filter(|path| {
        path.parent() == Some(Path::new(folder)) && path.extension().is_some_and(|end| end == extension)
    });
    let names: BTreeSet<String> =
        all.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    names.into_iter().collect()
}

fn shipped() -> BTreeMap<String, String> {
    SHIPPED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn read_folder(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) -> Result<(), RenderError> {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_folder(root, &path, texts)?;
            continue;
        }
        let unreadable = |error: std::io::Error| RenderError::Unreadable {
            path: path.display().to_string(),
            reason: error.to_string(),
        };
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        texts.insert(name, fs::read_to_string(&path).map_err(unreadable)?);
    }
    Ok(())
}

/// The error and what caused it, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = one_line(&error.to_string());
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {}", one_line(&cause.to_string()));
        source = cause.source();
    }
    text
}

/// What Tera says in a box around the place: where it is, and the reason. A text on its own has no name to give.
fn one_line(report: &str) -> String {
    let mut lines = report.lines().map(str::trim);
    let first = lines.next().unwrap_or_default();
    let reason = first.strip_prefix("error: ").unwrap_or(first).trim_end_matches('.');
    let place = lines.find_map(|line| line.strip_prefix("--> ")).map(|place| match place.split_once(':') {
        Some((name, at)) if name.starts_with("<text>/") || name == "__tera_one_off" => at,
        _ => place,
    });
    place.map_or_else(|| reason.to_owned(), |place| format!("{place}: {reason}"))
}

mod filters;
pub(crate) mod format;
mod humanize;
mod junit;
mod markup;
pub(crate) mod words;

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("{{ nothing", "1:11: Unexpected end of input")]
    #[case("a\n{{ labels.x.y }}", "2:11: Field `x` is not defined")]
    #[case("{{ text | datetime }}", "no instant")]
    fn what_a_template_gets_wrong_is_said_in_one_line(#[case] text: &str, #[case] said: &str) {
        let templates = Templates::load(Path::new("none")).unwrap();
        let model = serde_json::json!({ "labels": {}, "text": "x" });
        let error = templates.render_text("a", text, &model).unwrap_err().to_string();
        assert!(error.contains(said) && !error.contains('\n'), "{error}");
    }

    #[test]
    fn a_map_is_rendered_in_its_own_order_every_time() {
        let folder = tempfile::tempdir().unwrap();
        let templates = Templates::load(folder.path()).unwrap();
        let order = ["zeta", "value", "total", "alpha", "lowest", "p95", "count", "name"];
        let map: serde_json::Map<_, _> = order.iter().map(|name| ((*name).to_owned(), 1.into())).collect();
        let text = "{% for name, value in map %}{{ name }} {% endfor %}";
        let rendered = templates.render_text("text", text, &serde_json::json!({ "map": map })).unwrap();
        assert_eq!(rendered.split_whitespace().collect::<Vec<_>>(), order);
    }
}
