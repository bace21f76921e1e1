// What a hand does on the map, the same on every page: real input events, sent at the rate of a mouse.
import { pause } from "./browser.mjs";

/** Milliseconds between two events: a mouse reports 125 times a second, so that every frame has one. */
const EVERY_MS = 8;
const PAN_MS = 1600;
const ZOOM_MS = 1200;
const HAND = { x: 640, y: 470 };
/** Pixels that the wheel turns with each event. */
const TURN_PX = 4;

/** Holds the map and draws it around in loops. Runs `begin` before the first step, `end` after the last. */
export async function pan(tab, begin, end) {
  const mouse = mouseOf(tab);
  await mouse("mouseMoved", HAND);
  await mouse("mousePressed", HAND, { button: "left", buttons: 1, clickCount: 1 });
  // Past the few pixels that a click may stray, so that every page has begun to move.
  await mouse("mouseMoved", { x: HAND.x + 12, y: HAND.y }, { button: "left", buttons: 1 });
  await pause(100);
  await begin();
  await steady(PAN_MS, (share) => {
    const x = HAND.x + 12 + 220 * Math.sin(share * 2 * Math.PI);
    const y = HAND.y + 110 * Math.sin(share * 4 * Math.PI);
    return mouse("mouseMoved", { x: Math.round(x), y: Math.round(y) }, { button: "left", buttons: 1 });
  });
  await end();
  // At rest before it is let go, so that nothing is thrown.
  await pause(300);
  await mouse("mouseReleased", { x: HAND.x + 12, y: HAND.y }, { button: "left", clickCount: 1 });
}

/** Turns the wheel smoothly, in and out again. */
export async function zoom(tab, begin, end) {
  const mouse = mouseOf(tab);
  await mouse("mouseMoved", HAND);
  await pause(100);
  await begin();
  for (const way of [-1, 1]) {
    await steady(ZOOM_MS, () => mouse("mouseWheel", HAND, { deltaX: 0, deltaY: way * TURN_PX }));
  }
  await end();
  await pause(300);
}

/** Points at a place, waits as a person does, and clicks. */
export async function click(tab, at) {
  const mouse = mouseOf(tab);
  await mouse("mouseMoved", at);
  await pause(250);
  // The hand presses at any time between two frames.
  await pause(Math.random() * 17);
  await mouse("mousePressed", at, { button: "left", buttons: 1, clickCount: 1 });
  await pause(40);
  await mouse("mouseReleased", at, { button: "left", clickCount: 1 });
}

function mouseOf({ devtools }) {
  return (type, at, more = {}) => devtools.send("Input.dispatchMouseEvent", { type, ...at, ...more });
}

/** Sends events at a steady rate, whether or not the page has answered the last one, and waits for all of them. */
async function steady(milliseconds, send) {
  const start = performance.now();
  const sent = [];
  const count = Math.round(milliseconds / EVERY_MS);
  for (let step = 1; step <= count; step += 1) {
    const left = start + step * EVERY_MS - performance.now();
    if (left > 0) await pause(left);
    sent.push(send(step / count));
  }
  await Promise.all(sent);
}
