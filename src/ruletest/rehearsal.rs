//! One test from its first evaluation to its last.

use jiff::Timestamp;

use super::compare;
use super::databases::Blank;
use super::file::{self, AlertCase, ExpectedNotification, RuleTest, TestFile};
use super::input::{after, problem};
use super::mismatch::{Difference, Mismatch};
use super::tester::Tester;
use super::world::{NoWorld, World};
use crate::alert::{Entry, Evaluation, InstanceReport, Look, Rule, RuleReport, RuleSet, open_alerts};
use crate::config::Problem;
use crate::incident::{Round, Stories};
use crate::label::Labels;
use crate::notify::{Deliverer, OutboxRow};
use crate::query::Runner;
use crate::time::{Duration, zone};

/// So many evaluations of a test at most: a mistyped time must not keep `check` from ending.
const MOST_ROUNDS: i64 = 10_000;

/// What an action counts as in place of a channel.
const ACTION: &str = "action";

/// A test on its way.
pub(super) struct Rehearsal<'t> {
    tester: &'t Tester<'t>,
    file: &'t TestFile,
    test: &'t RuleTest,
    start: Timestamp,
    world: World<'t>,
    /// The rules whose queries find their tables.
    rules: RuleSet,
    told: Vec<ExpectedNotification>,
    pub mismatches: Vec<Mismatch>,
}

impl<'t> Rehearsal<'t> {
    pub(super) fn new(
        tester: &'t Tester<'t>,
        blank: &Blank,
        file: &'t TestFile,
        test: &'t RuleTest,
    ) -> Result<Self, NoWorld> {
        let zone = zone(&tester.config.project.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let start = test.start(&zone);
        let of = (file.file.as_path(), start, file.evaluation_interval);
        let world = World::new(blank, tester.config, tester.inventory, test, of)?;
        let runner = Runner::new(&world.databases.config, tester.inventory, start);
        let can_run = |look: &Look| {
            let query = look.query().and_then(|name| tester.catalogue.get(name).ok());
            query.is_some_and(|query| runner.prepare(query).is_ok())
        };
        let is_tested =
            |rule: &Rule| test.alert_rule_test.iter().any(|case| case.value.alertname == rule.alert);
        let asks_who = !test.notification_test.is_empty();
        let rules = tester.rules.only(|entry| match entry {
            // Where nobody asks who is told, no other alert matters.
            Entry::Alert(rule) => is_tested(rule) || asks_who && can_run(&rule.look),
            Entry::Record(recording) => can_run(&recording.look),
            Entry::Off(_) => false,
        });
        Ok(Self { tester, file, test, start, world, rules, told: Vec::new(), mismatches: Vec::new() })
    }

    /// Evaluates from the start to the last case, and looks at each case after its evaluation.
    pub(super) fn run(&mut self) -> Result<(), NoWorld> {
        let (last, interval) = (self.test.last(), self.file.evaluation_interval);
        let mut time = Duration::ZERO;
        while time <= last {
            let next = Duration::from_millis((time.as_millis() + interval.as_millis()).unsigned_abs());
            self.tick(time, next)?;
            time = next;
        }
        Ok(())
    }

    /// One evaluation, what is told after it, and the cases up to the next one.
    fn tick(&mut self, time: Duration, next: Duration) -> Result<(), NoWorld> {
        let now = after(self.start, time);
        self.world.advance(now).map_err(|wrong| NoWorld::Wrong(problem(&self.file.file, wrong)))?;
        let Tester { inventory, catalogue, templates, .. } = *self.tester;
        let round = Round {
            config: &self.world.databases.config,
            inventory,
            catalogue,
            rules: &self.rules,
            templates,
            now,
        };
        let evaluation = round.decide(&self.world.databases.own, Some(&self.world.databases.own))?;
        round.commit(&self.world.databases.own, &evaluation)?;
        let told = self.tell(&round)?;
        self.told.extend(told);
        let test = self.test;
        for case in test.alert_rule_test.iter().filter(|case| (time..next).contains(&case.value.eval_time)) {
            self.look(&case.value, file::line(case), &evaluation)?;
        }
        for case in test.notification_test.iter().filter(|case| (time..next).contains(&case.value.eval_time))
        {
            let told = std::mem::take(&mut self.told);
            self.mismatches.extend(compare::notifications(&case.value, file::line(case), &told));
        }
        Ok(())
    }

    /// Sends what is due to nobody, and gives who would have been told. Two addresses of one person are one recipient.
    fn tell(&self, round: &Round<'_>) -> Result<Vec<ExpectedNotification>, NoWorld> {
        let config = &self.world.databases.config;
        let stories = Stories { desk: round.desk(), now: round.now };
        let deliverer = Deliverer {
            database: &self.world.databases.own,
            channels: &config.channels,
            limits: &config.delivery,
            actions: &config.actions,
            templates: self.tester.templates,
            telling: &stories,
            folder: config.folder.clone(),
            interval: self.file.evaluation_interval,
        };
        let told = |row: OutboxRow| ExpectedNotification {
            channel: row.channel,
            to: row.person,
            kind: row.kind.name().into(),
        };
        let mut all: Vec<_> = deliverer.rehearse(round.now)?.into_iter().map(told).collect();
        all.dedup();
        Ok(all)
    }

    fn look(&mut self, case: &AlertCase, line: usize, evaluation: &Evaluation) -> Result<(), NoWorld> {
        let report = evaluation.rules.iter().find(|report| report.rule == case.alertname);
        if let Some(error) = report.and_then(|report| report.error.clone()) {
            self.mismatches.push(Mismatch {
                line,
                eval_time: case.eval_time,
                alertname: Some(case.alertname.clone()),
                difference: Difference::Error,
                instance: String::new(),
                reason: error,
            });
            return Ok(());
        }
        let open = self.world.databases.own.read(open_alerts)?;
        let of_rule: Vec<_> = open.iter().filter(|alert| alert.rule == case.alertname).collect();
        let why = |labels: &Labels| report.map_or_else(String::new, |report| why(report, labels));
        self.mismatches.extend(compare::alerts(case, line, &of_rule, why));
        Ok(())
    }
}

/// Why there is no alert with these labels: what the evaluation said of the instance that has them.
fn why(report: &RuleReport, labels: &Labels) -> String {
    let has = |instance: &&InstanceReport| {
        labels.iter().all(|(name, value)| instance.labels.get(name) == Some(value))
    };
    match report.instances.iter().find(has) {
        Some(instance) => {
            let values = instance.values.iter().map(|(name, value)| format!("{name} {value}"));
            format!("{}, with {}", instance.why(), values.collect::<Vec<_>>().join(", "))
        }
        None if report.instances.is_empty() => "its query gives no row".into(),
        None => "its query gives no such row".into(),
    }
}

/// Cases about rules that there are not, or that ask where no row can be put.
pub(super) fn hopeless(tester: &Tester<'_>, file: &TestFile) -> Vec<Problem> {
    let cases = file.tests.iter().flat_map(|test| &test.alert_rule_test);
    let hopeless = cases.filter_map(|case| {
        let name = &case.value.alertname;
        let problem = |message: String| Problem::new(&file.file, file::line(case), message);
        match tester.rules.get(name) {
            None => {
                let known = tester.rules.iter().map(|rule| rule.alert.as_str());
                Some(problem(format!("there is no rule {name}")).nearest(name, known))
            }
            Some(rule) if rule.look.query().is_none() => {
                let message = format!("rule {name} asks a Prometheus by `expr`: no row of a test gets there");
                Some(problem(message).hint("`promtool test rules` tests such rules"))
            }
            Some(_) => None,
        }
    });
    let unheard = file.tests.iter().flat_map(|test| unheard(tester, file, test));
    let pointless = file.tests.iter().filter_map(|test| pointless(file, test));
    hopeless.chain(unheard).chain(pointless).collect()
}

/// Channels that are expected to tell and that are not there.
fn unheard(tester: &Tester<'_>, file: &TestFile, test: &RuleTest) -> Vec<Problem> {
    let channels = &tester.config.channels;
    let mut all = Vec::new();
    for case in &test.notification_test {
        for told in &case.value.exp_notifications {
            if told.channel != ACTION && !channels.contains_key(&told.channel) {
                let message = format!("there is no [channels.{}]", told.channel);
                let known = channels.keys().map(String::as_str).chain([ACTION]);
                all.push(Problem::new(&file.file, file::line(case), message).nearest(&told.channel, known));
            }
        }
    }
    all
}

/// A test that cannot fail, or that hardly comes to an end.
fn pointless(file: &TestFile, test: &RuleTest) -> Option<Problem> {
    let problem = |message: String| Problem::new(&file.file, file::line(&test.name), message);
    if test.alert_rule_test.is_empty() && test.notification_test.is_empty() {
        let message = format!("{}: a test that expects nothing cannot fail", test.name.value);
        return Some(problem(message).hint("give it alert_rule_test or notification_test"));
    }
    let rounds = test.last().as_millis() / file.evaluation_interval.as_millis();
    (rounds > MOST_ROUNDS).then(|| {
        let message = format!("{}: {rounds} evaluations up to {}", test.name.value, test.last());
        problem(message).hint("lengthen evaluation_interval, or begin later by start_timestamp")
    })
}
