//! Work on many things at once, with its results in order and its memory bounded.
//!
//! ```text
//!           ┌─ tasks, as few as there are threads ─▶ threads ─┐
//!  feeder ──┤                                                 ├─▶ results, in order
//!           └─ a place for each result, in order ─────────────┘
//! ```
//!
//! The feeder makes a place for each result before the task is begun and waits when too
//! many are open, so that one slow task holds up the others only when they are far ahead.

use crate::backends;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

/// How far a thread may be ahead of the slowest, in tasks: results are small, and the
/// slowest profile takes some hundred times as long as the fastest.
const AHEAD: usize = 64;

/// A thread's stack, in bytes: that of the main thread, since profiles nest.
const STACK: usize = 8 << 20;

type Tasks<T, R> = Arc<Mutex<Receiver<(T, SyncSender<R>)>>>;

/// Does `work` on every item, `jobs` at a time, and hands the results to `done` in the
/// order of the items, until `done` breaks off.
///
/// Broken off, it does not wait for the threads, one of which may wait for standard input.
///
/// # Errors
/// If the system has no threads left.
pub(super) fn in_order<T: Send + 'static, R: Send + 'static>(
    items: impl Iterator<Item = T> + Send + 'static,
    jobs: NonZeroUsize,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut done: impl FnMut(R) -> ControlFlow<()>,
) -> io::Result<()> {
    let (task, tasks) = sync_channel(jobs.get());
    let (place, places) = sync_channel(jobs.get().saturating_mul(AHEAD));
    let tasks: Tasks<T, R> = Arc::new(Mutex::new(tasks));
    let work = Arc::new(work);
    for _ in 0..jobs.get() {
        let (tasks, work) = (Arc::clone(&tasks), Arc::clone(&work));
        thread::Builder::new().stack_size(STACK).spawn(move || labour(&tasks, &*work))?;
    }
    thread::Builder::new().spawn(move || feed(items, &task, &place))?;
    for place in places {
        let place: Receiver<R> = place;
        let Ok(result) = place.recv() else { continue }; // a thread that panicked
        if done(result).is_break() {
            break;
        }
    }
    Ok(())
}

fn feed<T, R>(
    items: impl Iterator<Item = T>,
    task: &SyncSender<(T, SyncSender<R>)>,
    place: &SyncSender<Receiver<R>>,
) {
    for item in items {
        let (result, its_place) = sync_channel(1);
        if place.send(its_place).is_err() || task.send((item, result)).is_err() {
            return; // nobody wants more
        }
    }
}

fn labour<T, R>(tasks: &Mutex<Receiver<(T, SyncSender<R>)>>, work: &impl Fn(T) -> R) {
    let _alone = backends::alone();
    loop {
        let next = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, result)) = next else { return };
        let _ = result.send(work(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut found = Vec::new();
        let late = |number: usize| {
            if number.is_multiple_of(7) {
                thread::yield_now();
            }
            number * 2
        };
        let end = in_order(0..1000, jobs(4), late, |result| {
            found.push(result);
            ControlFlow::Continue(())
        });
        end.unwrap();
        assert_eq!(found, (0..1000).map(|number| number * 2).collect::<Vec<_>>());
    }

    #[test]
    fn a_slow_item_holds_the_others_up_before_too_many_wait() {
        let taken = Arc::new(AtomicUsize::new(0));
        let (go, gate) = sync_channel::<()>(1);
        let gate = Mutex::new(gate);
        let counted = {
            let taken = Arc::clone(&taken);
            (0..100_000).inspect(move |_| {
                taken.fetch_add(1, Ordering::SeqCst);
            })
        };
        let work = move |number| {
            if number == 0 {
                gate.lock().unwrap().recv().unwrap();
            }
        };
        let (over, ended) = sync_channel(1);
        thread::spawn(move || {
            let end = in_order(counted, jobs(2), work, |()| ControlFlow::Continue(()));
            over.send(end.is_ok()).unwrap();
        });
        // What the places hold, the feeder has in hand, and the threads have begun.
        let most = 2 * AHEAD + 2;
        while taken.load(Ordering::SeqCst) < most {
            thread::yield_now();
        }
        for _ in 0..1000 {
            thread::yield_now();
        }
        assert!(taken.load(Ordering::SeqCst) <= most, "no more is read than fits");
        go.send(()).unwrap();
        assert!(ended.recv().unwrap());
        assert_eq!(taken.load(Ordering::SeqCst), 100_000);
    }

    #[test]
    fn who_breaks_off_waits_for_nobody() {
        let (open, endless) = sync_channel::<usize>(1);
        open.send(1).unwrap(); // and then nothing, as from a terminal
        let end =
            in_order(endless.into_iter(), jobs(2), |n| n, |_| ControlFlow::Break(()));
        end.unwrap();
        drop(open);
    }
}
