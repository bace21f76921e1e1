//! Work on the next animation frame, once however often it is asked for.

use gloo::render::{AnimationFrame, request_animation_frame};
use leptos::prelude::{request_animation_frame as on_next_frame, set_timeout};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

type Work = Rc<RefCell<dyn FnMut(f64) -> bool>>;

/// Runs a piece of work on animation frames: when asked, and again for as long as the work wants more.
#[derive(Clone)]
pub struct Frames {
    pending: Rc<RefCell<Option<AnimationFrame>>>,
    work: Work,
}

impl Frames {
    /// Frames that run `work` with the frame's time in milliseconds; it tells whether it wants another frame.
    pub fn new(work: impl FnMut(f64) -> bool + 'static) -> Frames {
        Frames { pending: Rc::default(), work: Rc::new(RefCell::new(work)) }
    }

    /// Asks for a frame; one that is pending already will do.
    pub fn request(&self) {
        if self.pending.borrow().is_none() {
            self.request_after(|| ());
        }
    }

    /// Asks for a frame that does something else before the work.
    pub fn request_after(&self, first: impl FnOnce() + 'static) {
        let again = self.clone();
        let frame = request_animation_frame(move |time| {
            first();
            again.pending.borrow_mut().take();
            let more = (again.work.borrow_mut())(time);
            if more {
                again.request();
            }
        });
        *self.pending.borrow_mut() = Some(frame);
    }
}

/// Calls `act` once the next frame is on the screen: a frame's own work ends before any timer's.
pub fn after_next_frame(act: impl FnOnce() + 'static) {
    on_next_frame(move || set_timeout(act, Duration::ZERO));
}
