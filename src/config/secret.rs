//! Secrets, named where they lie and never printed.

use std::path::Path;
use std::{env, fmt, fs};

use serde::{Deserialize, Deserializer, de};

/// Where a secret lies: `env:NAME` or `file:PATH`. Read only when it is needed.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Secret {
    Env(String),
    File(String),
}

/// Why a secret could not be read. Names the place, never the content.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SecretError {
    #[error("environment variable {0} is not set")]
    Env(String),
    #[error("secret file {path}: {reason}")]
    File { path: String, reason: String },
}

impl Secret {
    /// The secret itself, without trailing line breaks. `folder` is the configuration's, for relative paths.
    pub(crate) fn read(&self, folder: &Path) -> Result<String, SecretError> {
        match self {
            Self::Env(name) => env::var(name).map_err(|_| SecretError::Env(name.clone())),
            Self::File(path) => fs::read_to_string(folder.join(path))
                .map(|text| text.trim_end_matches(['\r', '\n']).to_owned())
                .map_err(|error| SecretError::File { path: path.clone(), reason: error.to_string() }),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(out, "env:{name}"),
            Self::File(path) => write!(out, "file:{path}"),
        }
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Env(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(path.to_owned())),
            // The text itself may be the secret: never repeat it.
            _ => Err(de::Error::custom("a secret is written env:NAME or file:PATH, never in the clear")),
        }
    }
}

impl schemars::JsonSchema for Secret {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Secret".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Where a secret lies: env:NAME or file:PATH.",
            "pattern": "^(env|file):.+$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Holder {
        #[expect(dead_code, reason = "only whether it parses is looked at")]
        token: Secret,
    }

    #[test]
    fn a_secret_in_the_clear_is_refused_and_not_repeated() {
        let error = toml::from_str::<Holder>("token = \"hunter2\"").unwrap_err().message().to_owned();
        assert!(!error.contains("hunter2"), "{error}");
        assert!(error.contains("env:NAME"), "{error}");
    }
}
