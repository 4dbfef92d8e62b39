//! What the catalogue's queries answer, each asked once however many panels and pages show it.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::db::Value;
use crate::query::{Catalogue, Query, QueryError, QueryResult, Runner, Series, Window};
use crate::time::Duration;

/// Why a query has no answer.
#[derive(Clone, Debug)]
pub(super) struct Unanswered {
    /// For whoever looks at the page.
    pub said: String,
    /// The whole of it.
    pub cause: String,
}

impl From<QueryError> for Unanswered {
    fn from(error: QueryError) -> Self {
        let said = match &error {
            QueryError::Source { name, .. } => format!("query {name}: its source cannot be read now"),
            QueryError::Statement { name, .. } => {
                format!("query {name} cannot run: `tillwatch check` says why")
            }
            QueryError::Unreadable { .. } => "its query cannot be read: `tillwatch check` says why".into(),
            other => other.to_string(),
        };
        Self { said, cause: error.to_string() }
    }
}

/// One answer, and where in it each store is.
pub(super) struct Answer {
    pub result: QueryResult,
    stores: OnceCell<BTreeMap<String, Vec<usize>>>,
}

impl Answer {
    /// The rows, or those of one store by the label that carries it.
    pub(super) fn series(&self, label: &str, store: Option<&str>) -> Vec<&Series> {
        let Some(store) = store else { return self.result.series.iter().collect() };
        let index = self.stores.get_or_init(|| {
            let mut stores = BTreeMap::<String, Vec<usize>>::new();
            for (index, series) in self.result.series.iter().enumerate() {
                let store = series.labels.get(label).unwrap_or_default();
                stores.entry(store.to_owned()).or_default().push(index);
            }
            stores
        });
        index.get(store).into_iter().flatten().map(|index| &self.result.series[*index]).collect()
    }
}

/// How a query can be limited to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// A label carries the store.
    Label,
    /// It has the parameter `:store`.
    Parameter,
    /// It cannot be.
    Never,
}

type Known<T> = RefCell<HashMap<T, Result<Rc<Answer>, Unanswered>>>;

/// Asks each question once.
pub(super) struct Answers<'a> {
    catalogue: &'a Catalogue,
    runner: &'a Runner<'a>,
    label: &'a str,
    known: Known<(String, Window, Option<String>)>,
    splits: RefCell<HashMap<String, Split>>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, runner: &'a Runner<'a>, label: &'a str) -> Self {
        Self { catalogue, runner, label, known: RefCell::default(), splits: RefCell::default() }
    }

    pub(super) fn query(&self, name: &str) -> Result<&'a Query, Unanswered> {
        Ok(self.catalogue.get(name)?)
    }

    /// The window that ends now, less the delay with which rows arrive.
    pub(super) fn window(&self, query: &Query, over: Option<Duration>) -> Window {
        self.runner.window(query, over)
    }

    pub(super) fn split(&self, query: &Query) -> Result<Split, Unanswered> {
        if let Some(split) = self.splits.borrow().get(&query.name) {
            return Ok(*split);
        }
        let split = if query.front.labels.iter().any(|label| label == self.label) {
            Split::Label
        } else if self.runner.prepare(query)?.parameters.iter().any(|name| name == "store") {
            Split::Parameter
        } else {
            Split::Never
        };
        self.splits.borrow_mut().insert(query.name.clone(), split);
        Ok(split)
    }

    /// What a query says of a window; of one store where it must be told which.
    pub(super) fn ask(
        &self,
        query: &Query,
        window: Window,
        store: Option<&str>,
    ) -> Result<Rc<Answer>, Unanswered> {
        let given = match store {
            Some(store) if self.split(query)? == Split::Parameter => Some(store.to_owned()),
            _ => None,
        };
        let key = (query.name.clone(), window, given.clone());
        if let Some(answer) = self.known.borrow().get(&key) {
            return answer.clone();
        }
        let given: Vec<_> = given.into_iter().map(|store| ("store".to_owned(), Value::from(store))).collect();
        let answer = self
            .runner
            .run(query, window, &given)
            .map(|result| Rc::new(Answer { result, stores: OnceCell::new() }))
            .map_err(Unanswered::from);
        self.known.borrow_mut().insert(key, answer.clone());
        answer
    }
}
