// The sheet of a narrow screen: three heights, dragged from its head, or by a finger from the top of its scroll. How
// high it stands is an attribute of the page, which the styles follow, and the map, told by a resize, as well.
// Loaded where the screen is narrow.
const page = document.documentElement;
const STANDS = ["low", "half", "full"];
/** The height of the head alone, and what a full sheet leaves of the map, in CSS pixels for text of the usual size. */
const [LOW, STRIP] = [96, 64];
/** How far a finger moves before it drags, and from which speed in pixels a millisecond it throws. */
const [SLOP, THROW] = [6, 0.4];

/** The pointer on the sheet; it stays after it has dragged until the next one, so that its click is not taken as one. */
let drag;

function stops({ offsetParent: { clientHeight } }) {
  const scale = atlasTextScale();
  return [LOW * scale, clientHeight / 2, clientHeight - STRIP * scale];
}

function stand(at) {
  page.dataset.sheet = STANDS[at];
  dispatchEvent(new Event("resize"));
}

/** The nearest height; of a thrown sheet the next one that way. */
function snap(heights, height, speed) {
  if (speed < -THROW) return Math.max(0, heights.findIndex((it) => it > height - 1));
  if (speed > THROW) return Math.max(0, heights.findLastIndex((it) => it < height + 1));
  const far = heights.map((it) => Math.abs(it - height));
  return far.indexOf(Math.min(...far));
}

function press({ target, pointerType, clientY, timeStamp }) {
  drag = undefined;
  const sheet = target.closest?.(".sheet");
  if (!sheet || !matchMedia("(max-width: 44.9375rem)").matches) return;
  const head = target.closest(".sheet-handle, .panel-head");
  if (head || (pointerType === "touch" && sheet.lastElementChild.scrollTop <= 0)) {
    drag = { sheet, from: clientY, height: sheet.offsetHeight, y: clientY, time: timeStamp, speed: 0, held: true };
  }
}

function pull({ pointerId, clientY, timeStamp }) {
  if (!drag?.held) return;
  const { sheet, from, height } = drag;
  if (!drag.moved) {
    if (Math.abs(clientY - from) < SLOP) return;
    // A full sheet cannot grow: the finger scrolls.
    if (clientY < from && page.dataset.sheet === "full") return (drag.held = false);
    drag.moved = true;
    sheet.setPointerCapture(pointerId);
  }
  const [low, , full] = stops(sheet);
  sheet.style.transition = "none";
  sheet.style.height = `${Math.min(full, Math.max(low, height + from - clientY))}px`;
  drag.speed = (clientY - drag.y) / Math.max(1, timeStamp - drag.time);
  [drag.y, drag.time] = [clientY, timeStamp];
}

function release() {
  if (drag?.held && drag.moved) {
    const { sheet, speed } = drag;
    const at = snap(stops(sheet), sheet.offsetHeight, speed);
    sheet.style.transition = sheet.style.height = "";
    stand(at);
  }
  if (drag) drag.held = false;
}

addEventListener("pointerdown", press);
addEventListener("pointermove", pull);
addEventListener("pointerup", release);
addEventListener("pointercancel", release);
// What the sheet takes of a finger's way, the browser must not scroll.
addEventListener("touchmove", (event) => drag?.held && drag.moved && event.preventDefault(), { passive: false });
addEventListener("click", ({ target }) => {
  if (target.closest(".sheet-handle") && !drag?.moved) stand((STANDS.indexOf(page.dataset.sheet ?? "half") + 1) % 3);
});
