//! The system's signals, as input, and stopping the program as the shell expects it.

use std::{io, thread};

use rustix::process::{Signal, kill_current_process_group};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{
    Listener,
    input::{Ending, Input},
};

/// Sends the signals that end, stop or continue the program as input from now on.
pub(super) fn listen(send: Listener) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut ending = false;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => send(Input::Suspend),
                SIGCONT => send(Input::Resumed),
                // Whoever asks a second time finds the program stuck, as on a terminal that takes no more output.
                other if ending => {
                    let _ = emulate_default_handler(other);
                }
                other => {
                    ending = true;
                    send(Input::End(Ending::Signal(other)));
                }
            }
        }
    })?;
    Ok(())
}

/// Stops the program until the shell continues it. The whole job is stopped, as the terminal does by itself outside raw mode: the
/// shell looks at the program it started, which may be `cargo run` or a script around this one.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}
