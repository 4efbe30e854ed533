//! Several hands at work, results in order, so many at hand and no more.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::jobs::{Job, Jobs};
use crate::record::Record;
use crate::work::Plan;

/// How many pieces of work a hand may be ahead of what was taken.
const AHEAD: usize = 4;
/// A worker's stack, in bytes: as much as a process's first thread has.
const STACK: usize = 8 << 20;

/// The records of a collection in order, read by several threads while they are taken.
///
/// Memory does not grow with the collection: threads stop when they are so far ahead. Dropping it
/// stops them.
#[derive(Debug)]
pub struct Records {
    shared: Arc<Shared>,
    ready: VecDeque<Record>,
    hands: Vec<JoinHandle<()>>,
}

/// What a waiting [`Records::next_within`] gives.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // Nearly always a record.
pub enum Next {
    /// The next record.
    Record(Record),
    /// None came in the time.
    Later,
    /// There is no more.
    End,
}

#[derive(Debug)]
struct Shared {
    plan: Arc<Plan>,
    jobs: Mutex<Numbered>,
    state: Mutex<State>,
    /// There is room to work ahead.
    room: Condvar,
    /// Something is done.
    done: Condvar,
    ahead: u64,
}

#[derive(Debug)]
struct Numbered {
    jobs: Jobs,
    next: u64,
}

#[derive(Debug, Default)]
struct State {
    done: BTreeMap<u64, Vec<Record>>,
    taken: u64,
    /// How many pieces there are, once it is known.
    all: Option<u64>,
    stopped: bool,
}

impl Records {
    pub(crate) fn new(plan: Arc<Plan>, jobs: Jobs, threads: usize) -> Self {
        let threads = threads.max(1);
        let shared = Arc::new(Shared {
            plan,
            jobs: Mutex::new(Numbered { jobs, next: 0 }),
            state: Mutex::default(),
            room: Condvar::new(),
            done: Condvar::new(),
            ahead: (threads * AHEAD) as u64,
        });
        let hand = |number: usize| {
            let shared = Arc::clone(&shared);
            let name = format!("memcon-{number}");
            thread::Builder::new().name(name).stack_size(STACK).spawn(move || shared.work()).ok()
        };
        let hands: Vec<_> = (0..threads).filter_map(hand).collect();
        if hands.is_empty() {
            // No thread is to be had: the work is done here, one piece ahead.
            shared.lock().stopped = true;
        }
        Self { shared, ready: VecDeque::new(), hands }
    }

    /// Waits for the next record, but no longer than so.
    pub fn next_within(&mut self, time: Duration) -> Next {
        let until = Instant::now() + time;
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Next::Record(record);
            }
            if self.hands.is_empty() {
                let Some((_, job)) = self.shared.job() else { return Next::End };
                self.ready = self.shared.plan.work(job).into();
                continue;
            }
            let mut state = self.shared.lock();
            let at = state.taken;
            if let Some(records) = state.done.remove(&at) {
                state.taken += 1;
                drop(state);
                self.shared.room.notify_all();
                self.ready = records.into();
                continue;
            }
            if state.all == Some(at) {
                return Next::End;
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Next::Later;
            }
            drop(self.shared.done.wait_timeout(state, left));
        }
    }
}

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            match self.next_within(Duration::from_secs(3600)) {
                Next::Record(record) => return Some(record),
                Next::Later => {}
                Next::End => return None,
            }
        }
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        self.shared.lock().stopped = true;
        self.shared.room.notify_all();
        for hand in self.hands.drain(..) {
            let _ = hand.join();
        }
    }
}

impl Numbered {
    /// Gives the next piece of work and its number.
    fn job(&mut self) -> Option<(u64, Job)> {
        // A reader that breaks on one file goes on with the next.
        let job = catch_unwind(AssertUnwindSafe(|| self.jobs.next()));
        let job = job.unwrap_or_else(|_| self.jobs.give_up())?;
        let number = self.next;
        self.next += 1;
        Some((number, job))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the next piece of work.
    fn job(&self) -> Option<(u64, Job)> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).job()
    }

    fn work(&self) {
        loop {
            // Whoever waits for room holds the jobs, so that pieces are begun in order.
            let (number, job) = {
                let mut numbered = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
                let mut state = self.lock();
                while !state.stopped && numbered.next >= state.taken + self.ahead {
                    state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                if state.stopped || state.all.is_some() {
                    return;
                }
                drop(state);
                let Some(job) = numbered.job() else {
                    self.lock().all = Some(numbered.next);
                    self.done.notify_all();
                    return;
                };
                job
            };
            let records = self.plan.work(job);
            self.lock().done.insert(number, records);
            self.done.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::listing::File;

    /// Gives records of files that are not there, each with its failure.
    fn records(files: usize, threads: usize) -> Records {
        let file = |number: usize| {
            let key = format!("{number:04}.txt");
            File { path: PathBuf::from(&key), key, trouble: Some("away".to_owned()) }
        };
        let plan = Arc::new(Plan::default());
        let jobs = Jobs::new(Arc::clone(&plan), Arc::new((0..files).map(file).collect()));
        Records::new(plan, jobs, threads)
    }

    #[test]
    fn records_come_in_order_and_all_of_them() {
        for threads in [1, 2, 8] {
            let ids: Vec<String> = records(500, threads).map(|record| record.id).collect();
            let expected: Vec<String> = (0..500).map(|number| format!("{number:04}.txt")).collect();
            assert_eq!(ids, expected, "{threads} threads");
        }
        assert_eq!(records(0, 2).count(), 0);
    }

    #[test]
    fn no_more_is_begun_than_is_room_for() {
        let mut records = records(500, 2);
        for taken in 1..20 {
            assert!(records.next().is_some());
            thread::sleep(Duration::from_millis(2));
            let last = records.shared.lock().done.keys().next_back().copied();
            let most = taken + records.shared.ahead;
            assert!(last.is_none_or(|last| last < most), "{last:?} done, {taken} taken");
        }
    }
}
