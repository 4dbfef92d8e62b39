//! Where a report is read in a browser.

use jiff::civil::Date;

use crate::config::{Project, ReportConfig};

/// What `[report] link` says, `{name}` and `{day}` filled in; else the page of `serve`, where its address is known.
pub(crate) fn link(config: &ReportConfig, project: &Project, name: &str, day: Date) -> Option<String> {
    if let Some(link) = &config.link {
        return Some(link.replace("{name}", name).replace("{day}", &day.to_string()));
    }
    let base = project.url.as_deref()?.trim_end_matches('/');
    let has_page = ["daily", "weekly"].contains(&name);
    Some(if has_page { format!("{base}/{name}") } else { format!("{base}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(None, None, "daily", None)]
    #[case(None, Some("https://till.example.org/"), "daily", Some("https://till.example.org/daily"))]
    #[case(None, Some("https://till.example.org"), "branch", Some("https://till.example.org/"))]
    #[case(
        Some("https://files.example.org/{name}/{day}.html"),
        Some("https://till.example.org"),
        "daily",
        Some("https://files.example.org/daily/2025-10-24.html")
    )]
    fn a_report_is_read_where_the_setting_says_or_where_serve_is(
        #[case] setting: Option<&str>,
        #[case] url: Option<&str>,
        #[case] name: &str,
        #[case] found: Option<&str>,
    ) {
        let config = ReportConfig { link: setting.map(str::to_owned), ..ReportConfig::default() };
        let project = Project { url: url.map(str::to_owned), ..Project::default() };
        let day = jiff::civil::date(2025, 10, 24);
        assert_eq!(link(&config, &project, name, day).as_deref(), found);
    }
}
