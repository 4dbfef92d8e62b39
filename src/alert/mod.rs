//! Rules, conditions and the state of alerts: decides what is wrong. Tells nobody; that is `incident` and `notify`.
