//! How reports look in a browser, as files and as mails: what the golden files hold.

use crate::support::browser::look;

#[test]
#[ignore = "needs chromium, nodejs and npm; scripts/test runs it"]
fn every_shipped_report_fits_whatever_screen_it_is_read_on() {
    look("files.mjs", &[concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/reports")]);
}
