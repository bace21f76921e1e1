//! A dialog over the page.

use web_sys::HtmlDialogElement;

/// Opens it: the page behind waits until it is closed.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that is not in the document; this one stands in the panel.
        let _ = dialog.show_modal();
    }
}
