//! From the start of the program to its first screen, in a real pseudo-terminal.

use std::{
    io::{Read as _, Write as _},
    sync::mpsc,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::{
    Options,
    pairs::Pair,
    table::{Table, seconds},
};

/// One line a pair: when the first screen stands, at 120 by 40.
pub fn table(options: &Options, pairs: &[&Pair]) -> String {
    let mut table = Table::new(&["pair", "first screen"]);
    for pair in pairs {
        let runs = if options.quick { 3 } else { 9 };
        let mut times: Vec<f64> = (0..runs).map_while(|_| first_screen(pair)).collect();
        times.sort_by(f64::total_cmp);
        let median = times.get(times.len() / 2).map_or("none within 20 s".to_owned(), |time| seconds(*time));
        table.row(&[&pair.name, &median]);
    }
    table.markdown("First screen in a terminal of 120 by 40")
}

/// Seconds from the start until the screen shows the first words of the first article; none when it never does.
fn first_screen(pair: &Pair) -> Option<f64> {
    let text = String::from_utf8_lossy(&std::fs::read(&pair.files[0]).ok()?).into_owned();
    let wanted: String = text.split_whitespace().find(|word| word.len() > 3)?.chars().take(12).collect();
    let pty = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).ok()?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(&pair.files);
    command.env("TERM", "xterm-256color");
    command.env("XDG_STATE_HOME", "/nonexistent");
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    let mut reader = pty.master.try_clone_reader().ok()?;
    let mut writer = pty.master.take_writer().ok()?;
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command).ok()?;
    drop(pty.slave);
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 1 << 14];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if send.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                break;
            }
        }
    });
    let mut screen = vt100::Parser::new(40.try_into().unwrap(), 120.try_into().unwrap(), 0);
    let mut shown = None;
    while let Ok((when, bytes)) = receive.recv_timeout(Duration::from_secs(20)) {
        // A terminal answers when it is asked for its background; ours is black.
        if bytes.windows(5).any(|w| w == b"\x1b]11;") {
            let _ = writer.write_all(b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62c");
        }
        screen.process(&bytes);
        if screen.screen().contents().contains(&wanted) {
            shown = Some((when - start).as_secs_f64());
            break;
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    shown
}
