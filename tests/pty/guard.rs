//! The terminal is left as it was found, however the program ends. A guest, which is a test of this very binary, takes the
//! terminal through the library and then fails, is stopped, is killed: the program itself has no key for that.

use std::{env, sync::mpsc};

use parallax::tui::terminal::{Input, Terminal, Wishes};
use ratatui::widgets::Paragraph;

use super::session::Session;

const SIZE: (u16, u16) = (60, 30);

#[test]
#[ignore = "the guest of the other tests, run in their terminal"]
fn guest() {
    let (send, inputs) = mpsc::channel();
    let wishes = Wishes { mouse: true, background: true, explicit: true };
    let mut terminal = Terminal::enter(wishes, move |input| drop(send.send(input))).unwrap();
    let mut said = "here".to_owned();
    loop {
        let (columns, rows) = terminal.size();
        let text = format!("guest: {said}, {columns}x{rows}");
        terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).unwrap();
        match inputs.recv().unwrap() {
            Input::Key(key) => match key.to_string().as_str() {
                "q" => return,
                "p" => panic!("the guest fails"),
                "w" => drop(std::thread::spawn(|| panic!("a worker fails"))),
                "ctrl-z" => terminal.suspend().unwrap(),
                "c" => terminal.copy("copied text").unwrap(),
                other => said = format!("key {other}"),
            },
            Input::Resumed => {
                said = "resumed".to_owned();
                terminal.resume().unwrap();
            }
            Input::Suspend => terminal.suspend().unwrap(),
            Input::Background(background) => said = format!("light {}", background.is_light()),
            Input::Paste(text) => said = format!("pasted {text:?}"),
            Input::Mouse(mouse) => said = format!("mouse at {},{}", mouse.column, mouse.row),
            Input::Resize(..) => {}
            Input::End(ending) => {
                drop(terminal);
                std::process::exit(ending.exit_code().into());
            }
        }
    }
}

fn start() -> Session {
    let arguments = ["--exact", "guard::guest", "--ignored", "--nocapture"];
    let session = Session::start(env::current_exe().unwrap(), &arguments, SIZE);
    session.wait_for("guest: here, 60x30");
    session
}

#[test]
fn leaving_restores_the_terminal() {
    let mut session = start();
    session.quit();
}

#[test]
fn a_panic_restores_the_terminal_and_its_message_stands_on_the_ordinary_screen() {
    let mut session = start();
    session.keys("p");
    session.ends_with(101);
    assert!(session.screen().contains("the guest fails"), "{}", session.screen());
}

#[test]
fn a_panic_in_another_thread_restores_the_terminal_and_ends_the_screen() {
    let mut session = start();
    session.keys("w");
    session.ends_with(101);
    assert!(session.screen().contains("a worker fails"), "{}", session.screen());
}

#[test]
fn signals_restore_the_terminal_and_end_with_their_number() {
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut session = start();
        session.signal(name);
        session.ends_with(status);
    }
}

#[test]
fn ctrl_z_gives_the_terminal_back_until_the_shell_continues_the_program() {
    let mut session = start();
    session.keys("\x1a");
    session.wait_until_restored();
    session.go_on();
    session.wait_for("guest: resumed");
    session.keys("x");
    session.wait_for("guest: key x");
    session.quit();
}

#[test]
fn the_background_is_heard_and_no_key_around_the_answer_is_lost() {
    let mut session = start();
    session.wait_for_bytes("\x1b]11;?\x1b\\");
    session.keys("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    session.wait_for("guest: light true");
    session.keys("\x1b[A");
    session.wait_for("guest: key up");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn pasted_text_comes_in_one_piece_and_the_mouse_and_the_size_are_reported() {
    let mut session = start();
    session.keys("\x1b[200~two\rlines\x1b[201~");
    session.wait_for(r#"guest: pasted "two\rlines""#);
    session.keys("\x1b[<0;7;4M");
    session.wait_for("guest: mouse at 6,3");
    session.resize((40, 8));
    session.wait_for("40x8");
    session.keys("c");
    session.wait_for_bytes("\x1b]52;c;Y29waWVkIHRleHQ=\x1b\\");
    session.keys("q");
    assert_eq!(session.end(), 0);
}
