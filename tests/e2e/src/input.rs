//! Mouse, wheel, touch and keyboard, sent as real input events through the driver.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Outcome;
use crate::driver::Engine;
use crate::page::Page;

/// Keys that write no character, for `Page::press`.
pub mod key {
    /// The Backspace key.
    pub const BACKSPACE: char = '\u{e003}';
    /// The tabulator key.
    pub const TAB: char = '\u{e004}';
    /// The Enter key.
    pub const ENTER: char = '\u{e007}';
    /// The Shift key.
    pub const SHIFT: char = '\u{e008}';
    /// The Control key.
    pub const CONTROL: char = '\u{e009}';
    /// The Escape key.
    pub const ESCAPE: char = '\u{e00c}';
    /// The End key.
    pub const END: char = '\u{e010}';
    /// The Home key.
    pub const HOME: char = '\u{e011}';
    /// The arrow keys.
    pub const LEFT: char = '\u{e012}';
    /// The arrow keys.
    pub const UP: char = '\u{e013}';
    /// The arrow keys.
    pub const RIGHT: char = '\u{e014}';
    /// The arrow keys.
    pub const DOWN: char = '\u{e015}';

    /// A key by the name that a person types on a command line, or the character itself.
    pub fn by_name(name: &str) -> Option<char> {
        let known = [
            ("Tab", TAB),
            ("Enter", ENTER),
            ("Shift", SHIFT),
            ("Control", CONTROL),
            ("Escape", ESCAPE),
            ("End", END),
            ("Home", HOME),
            ("Left", LEFT),
            ("Up", UP),
            ("Right", RIGHT),
            ("Down", DOWN),
        ];
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(single), None) => Some(single),
            _ => known.iter().find(|(known, _)| *known == name).map(|(_, key)| *key),
        }
    }
}

impl Page {
    /// Moves the mouse, in CSS pixels from the viewport's top left.
    ///
    /// # Errors
    /// When the driver refuses, for example outside the viewport.
    pub async fn move_to(&self, x: i32, y: i32) -> Outcome<()> {
        self.mouse(vec![move_step(x, y, 0)]).await
    }

    /// Clicks the left button.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn click_at(&self, x: i32, y: i32) -> Outcome<()> {
        self.mouse(vec![move_step(x, y, 0), button("pointerDown"), button("pointerUp")]).await
    }

    /// Clicks the right button.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn right_click_at(&self, x: i32, y: i32) -> Outcome<()> {
        let right = |kind: &str| json!({ "type": kind, "button": 2 });
        self.mouse(vec![move_step(x, y, 0), right("pointerDown"), right("pointerUp")]).await
    }

    /// Clicks twice in quick succession.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn double_click_at(&self, x: i32, y: i32) -> Outcome<()> {
        let (down, up) = (button("pointerDown"), button("pointerUp"));
        self.mouse(vec![move_step(x, y, 0), down.clone(), up.clone(), down, up]).await
    }

    /// Drags with the left button from one point to another over the given time.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn drag(&self, from: (i32, i32), to: (i32, i32), time: Duration) -> Outcome<()> {
        let mut steps = vec![move_step(from.0, from.1, 0), button("pointerDown")];
        steps.extend(travel(from, to, time));
        steps.push(button("pointerUp"));
        self.mouse(steps).await
    }

    /// Drags with Shift and the left button, and stays there with both held: see `let_go`.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn shift_drag(&self, from: (i32, i32), to: (i32, i32), time: Duration) -> Outcome<()> {
        let mut steps = vec![json!({ "type": "pause" }), move_step(from.0, from.1, 0), button("pointerDown")];
        steps.extend(travel(from, to, time));
        let shift = json!([{ "type": "keyDown", "value": key::SHIFT.to_string() }]);
        self.perform(json!([keys(shift), pointer(steps)])).await
    }

    /// Lets the left button go, and then Shift.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn let_go(&self) -> Outcome<()> {
        let shift = json!([{ "type": "pause" }, { "type": "keyUp", "value": key::SHIFT.to_string() }]);
        self.perform(json!([keys(shift), pointer(vec![button("pointerUp")])])).await
    }

    /// Turns the wheel over a point; a positive `delta_y` scrolls down.
    ///
    /// # Errors
    /// As `move_to`.
    pub async fn wheel(&self, x: i32, y: i32, delta_y: i32) -> Outcome<()> {
        let turn = json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": delta_y, "duration": 0, "origin": "viewport" });
        self.perform(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }])).await
    }

    /// Taps with a finger.
    ///
    /// # Errors
    /// As `move_to`, and in WebKitGTK, whose driver has no touch.
    pub async fn tap(&self, x: i32, y: i32) -> Outcome<()> {
        let steps = vec![move_step(x, y, 0), button("pointerDown"), button("pointerUp")];
        self.touch(json!([finger("finger", steps)])).await
    }

    /// Moves a finger over the screen.
    ///
    /// # Errors
    /// As `tap`.
    pub async fn swipe(&self, from: (i32, i32), to: (i32, i32), time: Duration) -> Outcome<()> {
        let mut steps = vec![move_step(from.0, from.1, 0), button("pointerDown")];
        steps.extend(travel(from, to, time));
        steps.push(button("pointerUp"));
        self.touch(json!([finger("finger", steps)])).await
    }

    /// Spreads or closes two fingers around a point: `from` and `to` are their distances from it, in pixels.
    ///
    /// # Errors
    /// As `tap`.
    pub async fn pinch(&self, center: (i32, i32), from: i32, to: i32) -> Outcome<()> {
        let traveling = |id: &str, side: i32| {
            let at = |distance: i32| (center.0 + side * distance, center.1);
            let mut steps = vec![move_step(at(from).0, center.1, 0), button("pointerDown")];
            steps.extend(travel(at(from), at(to), Duration::from_millis(300)));
            steps.push(button("pointerUp"));
            finger(id, steps)
        };
        self.touch(json!([traveling("left", -1), traveling("right", 1)])).await
    }

    /// Presses keys together: all down in order, then all up in reverse. `&[key::CONTROL, 'z']` is undo.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, keys: &[char]) -> Outcome<()> {
        let down = keys.iter().map(|it| json!({ "type": "keyDown", "value": it.to_string() }));
        let up = keys.iter().rev().map(|it| json!({ "type": "keyUp", "value": it.to_string() }));
        self.keyboard(down.chain(up).collect()).await
    }

    /// Types text into whatever has the focus.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(&self, text: &str) -> Outcome<()> {
        let stroke = |it: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": it.to_string() }));
        self.keyboard(text.chars().flat_map(stroke).collect()).await
    }

    async fn keyboard(&self, steps: Vec<Value>) -> Outcome<()> {
        self.perform(json!([keys(json!(steps))])).await
    }

    async fn mouse(&self, steps: Vec<Value>) -> Outcome<()> {
        self.perform(json!([pointer(steps)])).await
    }

    async fn touch(&self, fingers: Value) -> Outcome<()> {
        match self.driver.engine {
            Engine::Chromium | Engine::Firefox => self.perform(fingers).await,
            // It would take the fingers for one mouse, and a test of touch would pass without any.
            Engine::Webkit => Err("WebKitGTK's driver has no touch".to_owned()),
        }
    }

    async fn perform(&self, sources: Value) -> Outcome<()> {
        // thirtyfour has a form of this command for mouse and keys only.
        let sent = self.driver.command("actions", json!({ "actions": sources })).await;
        sent.map_err(|error| format!("the browser refused the input {sources}: {error}"))
    }
}

fn move_step(x: i32, y: i32, milliseconds: u64) -> Value {
    json!({ "type": "pointerMove", "x": x, "y": y, "duration": milliseconds, "origin": "viewport" })
}

/// One move a frame: drivers do not fill in the way between two points.
fn travel(from: (i32, i32), to: (i32, i32), time: Duration) -> impl Iterator<Item = Value> {
    const FRAME_MS: u64 = 16;
    let frames = i32::try_from(time.as_millis() / u128::from(FRAME_MS)).unwrap_or(i32::MAX).max(1);
    let between = move |from: i32, to: i32, frame: i32| from + (to - from) * frame / frames;
    (1..=frames).map(move |it| move_step(between(from.0, to.0, it), between(from.1, to.1, it), FRAME_MS))
}

fn keys(steps: Value) -> Value {
    json!({ "type": "key", "id": "keyboard", "actions": steps })
}

fn pointer(steps: Vec<Value>) -> Value {
    json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": steps })
}

fn finger(id: &str, steps: Vec<Value>) -> Value {
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" }, "actions": steps })
}

fn button(kind: &str) -> Value {
    json!({ "type": kind, "button": 0 })
}
