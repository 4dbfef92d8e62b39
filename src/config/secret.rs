//! Secrets, named where they lie and never printed.

use std::path::Path;
use std::{env, fmt, fs};

use serde::{Deserialize, Deserializer, de};

/// Where a secret lies: `env:NAME`, `file:PATH`, or `credential:NAME` for one that systemd hands over
/// (`LoadCredential=`). Read only when it is needed.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Secret {
    Env(String),
    File(String),
    Credential(String),
}

/// What is said of text that stands where a secret's place should be named.
pub(super) const IN_THE_CLEAR: &str =
    "a secret is written env:NAME, file:PATH or credential:NAME, never in the clear";

/// Why a secret could not be read. Names the place, never the content.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SecretError {
    #[error("environment variable {0} is not set")]
    Env(String),
    #[error("secret file {path}: {reason}")]
    File { path: String, reason: String },
    #[error("credential {name}: {reason}")]
    Credential { name: String, reason: String },
}

impl Secret {
    /// The secret itself, without trailing line breaks. `folder` is the configuration's, for relative paths.
    pub(crate) fn read(&self, folder: &Path) -> Result<String, SecretError> {
        match self {
            Self::Env(name) => env::var(name).map_err(|_| SecretError::Env(name.clone())),
            Self::File(path) => {
                read(&folder.join(path)).map_err(|reason| SecretError::File { path: path.clone(), reason })
            }
            Self::Credential(name) => {
                let wrong = |reason| SecretError::Credential { name: name.clone(), reason };
                let folder = env::var_os("CREDENTIALS_DIRECTORY").ok_or_else(|| {
                    wrong("systemd handed none over: CREDENTIALS_DIRECTORY is not set".into())
                })?;
                read(&Path::new(&folder).join(name)).map_err(wrong)
            }
        }
    }

    /// Reads `env:NAME`, `file:PATH` or `credential:NAME`. The error does not repeat the text: it may be the secret.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Env(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(path.to_owned())),
            Some(("credential", name)) if !name.is_empty() && !name.contains('/') => {
                Ok(Self::Credential(name.to_owned()))
            }
            _ => Err(IN_THE_CLEAR),
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(out, "env:{name}"),
            Self::File(path) => write!(out, "file:{path}"),
            Self::Credential(name) => write!(out, "credential:{name}"),
        }
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Secret {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Secret".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Where a secret lies: env:NAME, file:PATH or credential:NAME.",
            "pattern": "^(env|file|credential):.+$"
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
