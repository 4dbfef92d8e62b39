//! Which page lies where, served or written to files. Links are relative, so that a proxy may put all of it below a
//! path of its own.

use std::fmt::Write as _;

use serde::Serialize;

/// The dashboard that is the first page, the one that is a store's page, and those with addresses of their own.
pub(crate) const HOME: &str = "operations";
pub(crate) const STORE: &str = "store";
const OWN: [&str; 2] = ["daily", "weekly"];

/// Where pages lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    Served,
    Files,
}

/// A link of the navigation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub title: String,
    pub href: String,
    pub current: bool,
}

impl Site {
    /// The address of a dashboard's page, seen from the first one.
    pub(crate) fn page(self, name: &str) -> String {
        let path = match name {
            HOME => "",
            own if OWN.contains(&own) => own,
            other => return self.end(&format!("dashboards/{}", slug(other))),
        };
        match self {
            Self::Served if path.is_empty() => "./".into(),
            Self::Files if path.is_empty() => "index.html".into(),
            _ => self.end(path),
        }
    }

    /// The address of a store's page.
    pub(crate) fn store(self, id: &str) -> String {
        self.end(&format!("stores/{}", slug(id)))
    }

    fn end(self, path: &str) -> String {
        if self == Self::Files { format!("{path}.html") } else { path.to_owned() }
    }

    /// What leads from the page at an address back to the first one's folder.
    pub(crate) fn root(address: &str) -> String {
        "../".repeat(address.trim_start_matches("./").matches('/').count())
    }
}

/// A text as a part of an address and as a file's name, whatever it is: what is not plain is written as `~` and its bytes.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "~{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("operations", "./", "index.html", "")]
    #[case("daily", "daily", "daily.html", "")]
    #[case("night", "dashboards/night", "dashboards/night.html", "../")]
    #[case("../x", "dashboards/~2E~2E~2Fx", "dashboards/~2E~2E~2Fx.html", "../")]
    fn every_dashboard_has_its_place(
        #[case] name: &str,
        #[case] served: &str,
        #[case] file: &str,
        #[case] root: &str,
    ) {
        assert_eq!((Site::Served.page(name), Site::Files.page(name)), (served.into(), file.into()));
        assert_eq!((Site::root(served), Site::root(file)), (root.into(), root.into()));
    }

    #[rstest::rstest]
    #[case("12", "12")]
    #[case("../x", "~2E~2E~2Fx")]
    #[case("<é>", "~3C~C3~A9~3E")]
    fn whatever_an_id_is_its_page_stays_in_its_folder(#[case] id: &str, #[case] name: &str) {
        assert_eq!(slug(id), name);
        assert_eq!(Site::Files.store(id), format!("stores/{name}.html"));
    }
}
