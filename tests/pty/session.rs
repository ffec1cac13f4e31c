//! A program in a real pseudo-terminal, as a person sees it. Waits for text, never sleeps.

use std::{
    ffi::OsStr,
    io::{Read as _, Write as _},
    num::NonZeroU16,
    sync::{Arc, Condvar, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than any of these should ever take, even on a loaded machine: only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Session {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn std::io::Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    modes_before: String,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    over: bool,
}

fn rows_and_columns((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap())
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The terminal's modes (raw, echo, …), to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

impl Session {
    /// Starts `program` in a terminal of `size` columns and rows.
    pub fn start(program: impl AsRef<OsStr>, arguments: &[&str], size: (u16, u16)) -> Self {
        Self::start_with(program, arguments, size, &[])
    }

    /// Starts it with more in its environment.
    pub fn start_with(
        program: impl AsRef<OsStr>,
        arguments: &[&str],
        size: (u16, u16),
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let modes_before = modes(&*pair.master);
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        // Nobody's own settings or memory.
        // No folder can be made below a file, so that nothing is remembered from one test to the next, not even by root.
        command.env("HOME", "/dev/null");
        command.env("RUST_BACKTRACE", "0");
        for name in ["NO_COLOR", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            command.env_remove(name);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        // A slave kept open here would hide that the program ended.
        drop(pair.slave);
        let (rows, columns) = rows_and_columns(size);
        let seen = Seen { screen: vt100::Parser::new(rows, columns, 0), bytes: Vec::new(), over: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let writer = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 1 << 14];
            loop {
                let read = output.read(&mut buffer).unwrap_or(0);
                let mut seen = writer.0.lock().unwrap();
                seen.screen.process(&buffer[..read]);
                seen.bytes.extend_from_slice(&buffer[..read]);
                seen.over = read == 0;
                writer.1.notify_all();
                if read == 0 {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { seen, master: pair.master, keys, child, modes_before }
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until `condition` holds of the screen.
    fn wait(&self, what: &str, condition: impl Fn(&Seen) -> bool) {
        let (lock, changed) = &*self.seen;
        let until = Instant::now() + PATIENCE;
        let mut seen = lock.lock().unwrap();
        while !condition(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !seen.over,
                "waited in vain for {what}; the screen:\n{}",
                seen.screen.screen().contents()
            );
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&self, text: &str) {
        self.wait(&format!("{text:?}"), |seen| seen.screen.screen().contents().contains(text));
    }

    /// Waits until the screen does not show `text` any more.
    pub fn wait_gone(&self, text: &str) {
        self.wait(&format!("{text:?} to go"), |seen| !seen.screen.screen().contents().contains(text));
    }

    /// Waits until the program has sent `bytes`.
    pub fn wait_for_bytes(&self, bytes: &str) {
        self.wait(&format!("the bytes {bytes:?}"), |seen| {
            seen.bytes.windows(bytes.len()).any(|sent| sent == bytes.as_bytes())
        });
    }

    /// Continues the stopped program, as `fg` does, until its own screen is shown. A program is stopped a moment after it gave the
    /// terminal back, and one that is continued before that stays stopped: so it is continued again.
    pub fn go_on(&self) {
        let (lock, changed) = &*self.seen;
        for _ in 0..200 {
            self.signal("CONT");
            let seen = lock.lock().unwrap();
            let moment = Duration::from_millis(100);
            let own = |seen: &mut Seen| !seen.screen.screen().alternate_screen();
            if !changed.wait_timeout_while(seen, moment, own).unwrap().1.timed_out() {
                return;
            }
        }
        panic!("waited in vain for the program to go on");
    }

    /// Changes the window's size.
    pub fn resize(&self, size: (u16, u16)) {
        let (rows, columns) = rows_and_columns(size);
        self.seen.0.lock().unwrap().screen.screen_mut().set_size(rows, columns);
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Sends the signal of that name, as `kill -NAME` does.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().screen.screen().contents()
    }

    /// Every byte sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Takes the terminal away, as when its window is closed: a program that runs in it is told so (SIGHUP), and can neither read nor
    /// write there any more. Says how the program, started anew with the same arguments, ended.
    pub fn end_of_one_whose_terminal_goes(program: &str, arguments: &[&str], size: (u16, u16), seen: &[u8]) -> u32 {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("HOME", "/dev/null");
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let (mut bytes, mut buffer) = (Vec::new(), [0; 1 << 14]);
        while !bytes.windows(seen.len()).any(|sent| sent == seen) {
            let read = output.read(&mut buffer).unwrap();
            bytes.extend_from_slice(&buffer[..read]);
        }
        drop(output);
        drop(pair.master);
        child.wait().unwrap().exit_code()
    }

    /// Waits for the end and says the exit status, after all output has come in.
    pub fn end(&mut self) -> u32 {
        let (lock, changed) = &*self.seen;
        let (seen, late) = changed.wait_timeout_while(lock.lock().unwrap(), PATIENCE, |seen| !seen.over).unwrap();
        if late.timed_out() {
            let _ = self.child.kill();
            panic!("waited in vain for the end; the screen:\n{}", seen.screen.screen().contents());
        }
        drop(seen);
        self.child.wait().unwrap().exit_code()
    }

    /// Ends it by its key; fails unless that is no failure and leaves the terminal as it was found.
    pub fn quit(&mut self) {
        self.keys("q");
        self.ends_with(0);
    }

    /// Waits for the end; fails unless the exit status is `status` and the terminal as it was found.
    pub fn ends_with(&mut self, status: u32) {
        assert_eq!(self.end(), status);
        self.assert_restored();
    }

    /// Fails unless the terminal is as it was found.
    pub fn assert_restored(&self) {
        assert_eq!(self.not_restored(&self.seen.0.lock().unwrap()), None);
    }

    /// Waits until the terminal is as it was found. Its modes are set apart from what is sent to it, a moment later, and nothing
    /// tells when, so they are asked for again and again.
    pub fn wait_until_restored(&self) {
        let (lock, changed) = &*self.seen;
        let until = Instant::now() + PATIENCE;
        let mut seen = lock.lock().unwrap();
        while let Some(left) = self.not_restored(&seen) {
            assert!(Instant::now() < until, "waited in vain for the terminal as it was: {left}");
            seen = changed.wait_timeout(seen, Duration::from_millis(5)).unwrap().0;
        }
    }

    /// What of the terminal is not as it was found.
    fn not_restored(&self, seen: &Seen) -> Option<String> {
        let screen = seen.screen.screen();
        let modes_now = modes(&*self.master);
        let left = [
            (screen.alternate_screen(), "the alternate screen is still on"),
            (screen.hide_cursor(), "the cursor is still hidden"),
            (screen.bracketed_paste(), "bracketed paste is still on"),
            (screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None, "the mouse is still taken"),
        ];
        let left = left.iter().find(|(left, _)| *left).map(|(_, what)| (*what).to_owned());
        left.or_else(|| {
            (modes_now != self.modes_before)
                .then(|| format!("the terminal's modes were {:?} and are {modes_now:?}", self.modes_before))
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
