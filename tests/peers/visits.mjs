// One visit to a page each: what is done there, and the figures that come of it, as pairs of a row's name and a value.
import { open, pause, traced } from "./browser.mjs";
import { click, pan, zoom } from "./gestures.mjs";
import { CLICKS, PAGES, VIEWS, address, placeOn } from "./pages.mjs";
import { account } from "./processes.mjs";
import { between, framesOf, rendererOf, times } from "./trace.mjs";

const SETTLE_MS = 1200;
const CLICK_COUNT = 6;
// Nobody asks the page how far it is while it is likely to draw.
const ANSWER_MS = 250;

/** Opens a page for the first time: its first draw. */
export async function first(world, name, slow) {
  const tab = await open(world.browser, slow);
  const { marks } = PAGES[name];
  const { events } = await traced(tab, async () => {
    await tab.page.goto(address(world.origin, name, { detail: "110m" }));
    await marked(tab, marks.first);
    await pause(300);
  });
  const shift = await tab.page.evaluate(layoutShift);
  await tab.close();
  const [{ drawn, shown }] = framesOf(events, rendererOf(events, world.origin), marks.first);
  return [["first", drawn], ["first-shown", shown], ["shift", shift]];
}

/** Clicks on one location after another: from the release of the button to the end of the frame with its arcs. */
export async function clicks(world, name, slow) {
  const tab = await open(world.browser, slow);
  const { marks } = PAGES[name];
  await tab.page.evaluateOnNewDocument(() => {
    const note = (event) => performance.mark("released", { startTime: event.timeStamp });
    addEventListener("pointerup", note, { capture: true });
  });
  await tab.page.goto(address(world.origin, name, { detail: "110m", view: CLICKS.view }));
  await marked(tab, marks.first);
  await pause(SETTLE_MS);
  const spots = await Promise.all(CLICKS.places.map((id) => placeOn(tab, name, CLICKS.view, world.places.get(id))));
  // The first frame may count as an answer to the address.
  const before = await tab.page.evaluate((it) => performance.getEntriesByName(it).length, marks.answer);
  const { events } = await traced(tab, async () => {
    for (let turn = 0; turn < CLICK_COUNT; turn += 1) {
      await click(tab, spots[turn % spots.length]);
      await pause(ANSWER_MS);
      await marked(tab, marks.answer, before + turn + 1);
    }
  });
  await tab.close();
  const renderer = rendererOf(events, world.origin);
  const answers = framesOf(events, renderer, marks.answer);
  return times(events, renderer, "released").flatMap((released, turn, all) => {
    const answer = answers.find(({ drawn }) => drawn > released && !(drawn > all[turn + 1]));
    if (!answer) throw new Error(`${name} did not answer click ${turn + 1}`);
    return [["click", answer.drawn - released], ["click-shown", answer.shown - released]];
  });
}

/** Drags the map and turns the wheel over it, with the arcs from Amsterdam on it. */
export async function moves(world, name, slow, detail, wanted) {
  const tab = await open(world.browser, slow);
  await tab.page.goto(address(world.origin, name, { detail, view: VIEWS[detail], at: "amsterdam" }));
  await marked(tab, PAGES[name].marks.first);
  await pause(SETTLE_MS);
  const figures = [];
  for (const [row, gesture] of [["pan", pan], ["zoom", zoom]]) {
    if (wanted.includes(row)) figures.push(...(await measured(world, tab, row, gesture)));
  }
  await tab.close();
  return figures;
}

/** Waits until a page has put a mark as often as this. */
async function marked(tab, name, often = 1) {
  const there = (it, count) => performance.getEntriesByName(it).length >= count;
  await tab.page.waitForFunction(there, { polling: 50, timeout: 20_000 }, name, often);
}

/** How far things have moved on the page by themselves, as browsers count it. */
function layoutShift() {
  return new Promise((resolve) => {
    let sum = 0;
    const add = (list) => list.getEntries().forEach((it) => (sum += it.hadRecentInput ? 0 : it.value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 50);
  });
}

async function measured(world, tab, row, gesture) {
  const mark = (word) => tab.page.evaluate((it) => performance.mark(it), word);
  const stamps = [];
  const stamp = (word) => async () => {
    await mark(word);
    stamps.push(account(world.browser.process().pid));
  };
  const { events } = await traced(tab, () => gesture(tab, stamp("begin"), stamp("end")));
  const renderer = rendererOf(events, world.origin);
  const { milliseconds, frames, longest, long } = between(events, renderer, "begin", "end");
  const [before, after] = stamps;
  return [
    [`${row}-main`, (after.main.get(renderer) - before.main.get(renderer)) / frames],
    [`${row}-all`, (after.all - before.all) / frames],
    [`${row}-fps`, (frames * 1e3) / milliseconds],
    [`${row}-longest`, longest],
    [`${row}-long`, long],
  ];
}
