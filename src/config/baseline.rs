//! `[baselines.METRIC]`: recorded metrics of which `baseline refresh` learns what is usual.

use std::num::NonZeroU16;

use serde::Deserialize;

use crate::time::Duration;

/// How the baseline of one metric is learnt.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct BaselineConfig {
    /// The length of time that a sample is about, and ends with: the `over` of its recording. 0 for what was so at its instant.
    pub window: Duration,
    /// How many weeks are looked back at.
    pub weeks: NonZeroU16,
    /// In how many weeks an hour must have been recorded; until then it is learning.
    pub least_weeks: NonZeroU16,
    /// The severities of the incidents in whose time nothing is learnt.
    pub except: Vec<String>,
}

impl Default for BaselineConfig {
    fn default() -> Self {
        const fn weeks(count: u16) -> NonZeroU16 {
            NonZeroU16::new(count).expect("not 0")
        }
        Self {
            window: Duration::ZERO,
            weeks: weeks(8),
            least_weeks: weeks(3),
            except: ["P0", "P1"].map(str::to_owned).to_vec(),
        }
    }
}
