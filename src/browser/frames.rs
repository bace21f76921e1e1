//! Work on the next animation frame, once however often it is asked for.

use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

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
        if self.pending.borrow().is_some() {
            return;
        }
        let again = self.clone();
        let frame = request_animation_frame(move |time| {
            again.pending.borrow_mut().take();
            let more = (again.work.borrow_mut())(time);
            if more {
                again.request();
            }
        });
        *self.pending.borrow_mut() = Some(frame);
    }
}
