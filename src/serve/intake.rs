//! From a handler to the thread that writes, and back when it is on disk.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::refusal::Refusal;
use crate::db::{Database, DbError, Session, Task, Writer};

/// The unit in which bodies that wait are counted, in bytes; no request is smaller.
const UNIT: usize = 1024;

/// One database's queue. What it holds is bounded, so that a slow disk is told to the senders and not to the memory.
pub(crate) struct Intake<M> {
    writer: Writer<M>,
    room: Arc<Semaphore>,
    units: u32,
}

impl<M: Default + Send + 'static> Intake<M> {
    /// `waiting` bytes of bodies may wait.
    pub(crate) fn start(database: Database, waiting: usize) -> Self {
        let units = u32::try_from(waiting / UNIT).unwrap_or(u32::MAX).clamp(1, u32::MAX >> 4);
        let room = Arc::new(Semaphore::new(units as usize));
        Self { writer: Writer::start(database), room, units }
    }

    /// Runs `work` in a transaction, perhaps with others' work, and returns when that is on disk.
    pub(super) async fn commit<T, W>(&self, body: usize, work: W) -> Result<T, Refusal>
    where
        T: Send + 'static,
        W: FnMut(&mut dyn Session, &mut M) -> Result<T, DbError> + Send + 'static,
    {
        let units = u32::try_from(body.div_ceil(UNIT)).unwrap_or(u32::MAX).clamp(1, self.units);
        // Given back when it is written, and not when its sender hangs up.
        let room = Arc::clone(&self.room).try_acquire_many_owned(units).map_err(|_| Refusal::Busy)?;
        self.run(Some(room), work).await
    }

    /// Returns when the thread has had a turn, however much waits; an error where it is no more.
    pub(super) async fn turn(&self) -> Result<(), Refusal> {
        match self.run(None, |_, _| Ok(())).await {
            Err(Refusal::Broken) => Err(Refusal::Broken),
            // A database that is held by somebody else is no fault of the thread.
            Ok(()) | Err(_) => Ok(()),
        }
    }

    async fn run<T, W>(&self, room: Option<OwnedSemaphorePermit>, work: W) -> Result<T, Refusal>
    where
        T: Send + 'static,
        W: FnMut(&mut dyn Session, &mut M) -> Result<T, DbError> + Send + 'static,
    {
        let (reply, written) = oneshot::channel();
        self.writer.queue(Box::new(Request { work, done: None, reply, _room: room }));
        Ok(written.await.map_err(|_| Refusal::Broken)??)
    }
}

/// One request in the queue.
struct Request<W, T> {
    work: W,
    done: Option<T>,
    reply: oneshot::Sender<Result<T, DbError>>,
    _room: Option<OwnedSemaphorePermit>,
}

impl<M, T, W> Task<M> for Request<W, T>
where
    T: Send,
    W: FnMut(&mut dyn Session, &mut M) -> Result<T, DbError> + Send,
{
    fn store(&mut self, session: &mut dyn Session, memory: &mut M) -> Result<(), DbError> {
        self.done = Some((self.work)(session, memory)?);
        Ok(())
    }

    fn settle(self: Box<Self>, stored: Result<(), DbError>) {
        let Self { done, reply, .. } = *self;
        // A sender that has hung up need not know.
        let _ = reply.send(stored.map(|()| done.expect("what succeeded has a result")));
    }
}
