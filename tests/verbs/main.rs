//! One integration binary: a file a verb, and `support`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by a panic")]

mod ack_link;
mod alerts;
mod architecture;
mod audit;
mod bad_input;
mod channels;
mod check;
mod config;
mod db;
mod delivery;
mod demo;
mod docs;
mod evaluate_alerts;
mod event;
mod generated;
mod heartbeat_check;
mod incident;
mod init;
mod kill;
mod log_lines;
mod logs;
mod metric;
mod on_call;
mod outbox;
mod pir;
mod probe;
mod prometheus;
mod promtool;
mod query;
mod report;
mod routing;
mod rule_files;
mod rule_tests;
mod rules;
mod scale;
mod schedule;
mod serve;
mod shipped_queries;
mod silence;
mod sources;
mod support;
mod upgrade;
mod watchdog;
