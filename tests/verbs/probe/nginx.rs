//! `tillwatch probe` against a real nginx: redirects, slow answers, certificates good and bad.
