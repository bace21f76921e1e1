// Asking by a press for an answer beside the map: from the press to the end of the frame that shows it. The peers answer
// nothing of the kind.
import { open, pause, traced } from "./browser.mjs";
import { address } from "./pages.mjs";
import { framesOf, rendererOf, times } from "./trace.mjs";

/** Where one is, and what is pressed there: the first that shows of a selector, or a key on the map. */
const ASKED = [
  { key: "n" },
  { press: ".map-asks [value=filters]" },
  { press: ".map-asks [value=table]" },
  { at: "find=location:amsterdam", press: '#answer a[href*="region:"]' },
  { at: "find=location:amsterdam", press: '#answer a[href*="provider:"]' },
  { at: "find=location:amsterdam", press: '#answer a[href*="area:"]' },
];
const SETTLE_MS = 1500;
const ANSWER_MS = 800;

/** Asks each, goes back, and asks it again: the first answer of a kind apart from the one that follows. */
export async function answers(world, name, slow) {
  const figures = [];
  for (const asked of ASKED) {
    const tab = await open(world.browser, 1);
    await tab.page.evaluateOnNewDocument(countFrames);
    await tab.page.goto(`${address(world.origin, name, { detail: "110m" })}&${asked.at ?? ""}`);
    await loadFinder(tab);
    if (slow > 1) await tab.devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
    figures.push(...(await answered(world, tab, asked, "first-ask")));
    await tab.page.goBack();
    await pause(ANSWER_MS);
    figures.push(...(await answered(world, tab, asked, "ask")));
    await tab.close();
  }
  return figures;
}

async function answered(world, tab, asked, row) {
  const spot = asked.press && (await tab.page.evaluate(spotOf, asked.press));
  if (asked.key) await tab.page.focus(".map");
  await pause(ANSWER_MS);
  await tab.page.evaluate(() => (globalThis.framesOfAnswer = undefined));
  const { events } = await traced(tab, async () => {
    await (spot ? tab.page.mouse.click(...spot) : tab.page.keyboard.press(asked.key));
    await tab.page.waitForFunction(() => globalThis.framesOfAnswer, { polling: 50, timeout: 10_000 });
    await pause(ANSWER_MS);
  });
  const renderer = rendererOf(events, world.origin);
  const [pressed] = times(events, renderer, "asked");
  const [{ drawn }] = framesOf(events, renderer, "answered");
  return [[row, drawn - pressed], ["ask-frames", await tab.page.evaluate(() => globalThis.framesOfAnswer)]];
}

/** Loads the finder and the cities, as the search box does once it is gone to. */
async function loadFinder({ page }) {
  await page.focus(".search input");
  await page.waitForFunction(() => performance.getEntriesByType("resource").some((it) => /cities/.test(it.name)), { polling: 50 });
  await pause(SETTLE_MS);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
}

/** In the page: marks each press, and the frame in which another answer stands there; counts the frames up to it. */
function countFrames() {
  const shown = () => `${document.querySelector("#answer h2")?.textContent} ${document.querySelector("#table") !== null}`;
  const note = (event) => {
    const before = shown();
    let frames = 0;
    const look = () => {
      frames += 1;
      if (shown() === before) return requestAnimationFrame(look);
      performance.mark("answered");
      globalThis.framesOfAnswer = frames;
    };
    performance.mark("asked", { startTime: event.timeStamp });
    requestAnimationFrame(look);
  };
  for (const type of ["click", "keydown"]) addEventListener(type, note, { capture: true });
}

/** In the page: where the first that shows of a selector is, in sight. */
function spotOf(selector) {
  const found = [...document.querySelectorAll(selector)].find((it) => it.checkVisibility());
  found.scrollIntoView({ block: "center" });
  const { x, y, height } = found.getBoundingClientRect();
  return [x + 12, y + height / 2];
}
