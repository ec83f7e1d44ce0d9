//! A program that gets all of its input while all of its output is read.
//!
//! Each pipe has a thread of its own, so that neither side waits for the other whoever
//! stops reading or writing first; and nobody waits for a thread, so that a pipe which a
//! grandchild keeps open can't hold up the end.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// The most that is taken from a program: a book of pictures has less.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The most that is taken from what it says.
const MOST_SAID: u64 = 1024 * 1024;

/// How long the output of a program that has ended may keep coming.
const GRACE: Duration = Duration::from_secs(2);

/// How a program ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// With success.
    Well,
    /// Without it.
    Badly(ExitStatus),
    /// By us, after the time limit.
    TooLate(Duration),
    /// By us, after too much output.
    TooMuch,
}

/// What a program wrote.
#[derive(Debug)]
pub(super) struct Output {
    /// To standard output.
    pub(super) bytes: Vec<u8>,
    /// To standard error.
    pub(super) said: Vec<u8>,
    /// How it ended.
    pub(super) ended: Ended,
}

/// Runs `program` without arguments on `input`.
///
/// # Errors
/// A program that can't be started.
pub(super) fn run(program: &Path, input: Vec<u8>, limit: Duration) -> io::Result<Output> {
    let mut child = start(program)?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program need not read what it does not want: a broken pipe is no failure.
        thread::spawn(move || stdin.write_all(&input));
    }
    let bytes = child.stdout.take().map(|pipe| reader(pipe, MOST_BYTES));
    let said = child.stderr.take().map(|pipe| reader(pipe, MOST_SAID));
    let status = wait(&mut child, limit)?;
    let grace = if status.is_some() { GRACE } else { Duration::ZERO };
    let bytes = received(bytes, grace);
    let ended = match status {
        None => Ended::TooLate(limit),
        Some(_) if bytes.len() as u64 > MOST_BYTES => Ended::TooMuch,
        Some(status) if status.success() => Ended::Well,
        Some(status) => Ended::Badly(status),
    };
    Ok(Output { bytes, said: received(said, grace), ended })
}

/// Starts it; a file that another process has just written may be busy for a moment.
fn start(program: &Path) -> io::Result<Child> {
    let mut tries = 0;
    loop {
        let child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        match child {
            Err(error)
                if error.kind() == io::ErrorKind::ExecutableFileBusy && tries < 10 =>
            {
                tries += 1;
                thread::sleep(Duration::from_millis(10));
            }
            child => return child,
        }
    }
}

/// Reads a pipe to its end or to one byte beyond `most`.
fn reader(pipe: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.take(most + 1).read_to_end(&mut bytes);
        sender.send(bytes)
    });
    receiver
}

fn received(receiver: Option<Receiver<Vec<u8>>>, grace: Duration) -> Vec<u8> {
    receiver.and_then(|receiver| receiver.recv_timeout(grace).ok()).unwrap_or_default()
}

/// The status of a program that ends in time; of one that does not, nothing: it is ended.
fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}
