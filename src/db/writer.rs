//! Group commit: one thread with a connection of its own that commits in one transaction whatever waits together.
//!
//! A task is settled when its rows are on disk, or when it is certain that none of them is.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::{Database, DbError, Session};

/// So many tasks at most share a transaction: what waits longer than that waits for the next one.
const GROUP: usize = 512;

/// Of the time that a transaction took, this part passes before the next: other processes find the database free.
const REST: u32 = 10;

/// What is committed. `M` is what the thread remembers between tasks; it is forgotten whenever a task fails.
pub(crate) trait Task<M>: Send {
    /// Stores its rows. It may be repeated, and what it stored may be undone.
    fn store(&mut self, session: &mut dyn Session, memory: &mut M) -> Result<(), DbError>;

    /// Told once: that the rows are on disk, or why they are not.
    fn settle(self: Box<Self>, stored: Result<(), DbError>);
}

type Boxed<M> = Box<dyn Task<M>>;

/// The queue and the thread behind it. Dropping it writes what waits, and then ends.
pub(crate) struct Writer<M> {
    queue: Option<Sender<Boxed<M>>>,
    thread: Option<JoinHandle<()>>,
}

impl<M: Default + 'static> Writer<M> {
    /// Starts the thread. `database` should be nobody else's: a long read of it would hold up all writes.
    pub(crate) fn start(database: Database) -> Self {
        let (queue, tasks) = channel();
        let thread = thread::spawn(move || serve(&database, &tasks));
        Self { queue: Some(queue), thread: Some(thread) }
    }

    /// Queues a task. Bounding what waits is the caller's.
    pub(crate) fn queue(&self, task: Boxed<M>) {
        if let Some(queue) = &self.queue {
            // A thread that has ended drops the task, which its sender sees.
            let _ = queue.send(task);
        }
    }
}

impl<M> Drop for Writer<M> {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve<M: Default>(database: &Database, tasks: &Receiver<Boxed<M>>) {
    let mut memory = M::default();
    while let Ok(first) = tasks.recv() {
        let group: Vec<_> = std::iter::once(first).chain(tasks.try_iter().take(GROUP - 1)).collect();
        let began = Instant::now();
        // A task that panics takes its group with it, and nothing of the group was committed.
        if catch_unwind(AssertUnwindSafe(|| commit(database, group, &mut memory))).is_err() {
            memory = M::default();
        }
        thread::sleep(began.elapsed() / REST);
    }
}

fn commit<M: Default>(database: &Database, mut group: Vec<Boxed<M>>, memory: &mut M) {
    let written = database.write(|session| {
        let mut verdicts = Vec::with_capacity(group.len());
        for task in &mut group {
            let verdict = session.nested(&mut |session| task.store(session, memory))?;
            if verdict.is_err() {
                *memory = M::default();
            }
            verdicts.push(verdict);
        }
        Ok(verdicts)
    });
    match written {
        Ok(verdicts) => {
            for (task, verdict) in group.into_iter().zip(verdicts) {
                task.settle(verdict);
            }
        }
        Err(error) => {
            *memory = M::default();
            for task in group {
                task.settle(Err(error.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Statement;

    const PUT: Statement = Statement::new(
        "put",
        "INSERT INTO event (at, kind, text, labels) VALUES ('2025-01-01 00:00:00.000', 'k', ?1, '{}')",
    );
    const ALL: Statement = Statement::new("all", "SELECT text FROM event ORDER BY id");

    /// A text, and what was remembered with it or why it was not stored.
    type Told = (&'static str, Result<Vec<&'static str>, String>);

    /// What a task does after it has stored its text.
    type Fails = Option<fn()>;

    /// Stores its text, and remembers it; `fails` says what it does after that.
    struct Put {
        text: &'static str,
        fails: Fails,
        told: Sender<Told>,
        seen: Vec<&'static str>,
    }

    impl Task<Vec<&'static str>> for Put {
        fn store(
            &mut self,
            session: &mut dyn Session,
            memory: &mut Vec<&'static str>,
        ) -> Result<(), DbError> {
            session.execute(&PUT, &[self.text.into()])?;
            memory.push(self.text);
            self.seen.clone_from(memory);
            match self.fails {
                Some(fails) => {
                    fails();
                    Err(DbError::Refused("planted".into()))
                }
                None => Ok(()),
            }
        }

        fn settle(self: Box<Self>, stored: Result<(), DbError>) {
            let Self { text, told, seen, .. } = *self;
            let _ = told.send((text, stored.map(|()| seen).map_err(|error| error.to_string())));
        }
    }

    /// What was told, in order, and what is stored, when these were written one behind the other in one transaction.
    fn written(tasks: &[(&'static str, Fails)]) -> (Vec<Told>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        let (queue, waiting) = channel::<Boxed<_>>();
        let (told, all) = channel();
        for (text, fails) in tasks {
            queue
                .send(Box::new(Put { text, fails: *fails, told: told.clone(), seen: Vec::new() }) as Boxed<_>)
                .unwrap();
        }
        drop((told, queue));
        serve(&database, &waiting);
        let stored = database.read(|session| session.collect(&ALL, &[], |row| row.text(0))).unwrap();
        (all.iter().collect(), stored)
    }

    #[test]
    fn a_task_that_is_refused_spoils_no_other_and_what_was_remembered_of_it_is_forgotten() {
        let (told, stored) = written(&[("a", None), ("b", Some(|| {})), ("c", None)]);
        assert_eq!(told, [("a", Ok(vec!["a"])), ("b", Err("planted".into())), ("c", Ok(vec!["c"]))]);
        assert_eq!(stored, ["a", "c"]);
    }

    #[test]
    fn a_task_that_panics_is_not_told_anything_good_and_the_thread_goes_on() {
        let (told, stored) = written(&[("a", None), ("b", Some(|| panic!("planted")))]);
        assert_eq!((told, stored), (Vec::new(), Vec::new()));
        let folder = tempfile::tempdir().unwrap();
        let writer = Writer::start(Database::open(&folder.path().join("own.db")).unwrap());
        let put = |text, fails: Fails| {
            let (told, all) = channel();
            writer.queue(Box::new(Put { text, fails, told, seen: Vec::new() }));
            // Nothing more comes when the task is gone.
            all.into_iter().map(|(text, _)| text).last()
        };
        assert_eq!((put("a", Some(|| panic!("planted"))), put("b", None)), (None, Some("b")));
    }

    #[test]
    fn what_waits_when_it_is_dropped_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.db");
        let (told, all) = channel();
        let writer = Writer::start(Database::open(&path).unwrap());
        for _ in 0..2000 {
            writer.queue(Box::new(Put { text: "x", fails: None, told: told.clone(), seen: Vec::new() }));
        }
        drop((told, writer));
        assert_eq!(all.iter().filter(|(_, stored)| stored.is_ok()).count(), 2000);
        let stored =
            Database::open(&path).unwrap().read(|session| session.collect(&ALL, &[], |row| row.text(0)));
        assert_eq!(stored.unwrap().len(), 2000);
    }
}
