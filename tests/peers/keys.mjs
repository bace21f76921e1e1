// Typing into the search box of our page, over every city: what a key takes. The peers have no search.
import { open, pause, traced } from "./browser.mjs";
import { address } from "./pages.mjs";
import { framesOf, listened, rendererOf, times } from "./trace.mjs";

/** Beginnings of names, slips, codes, several words, and what many names hold. */
const TYPED = [
  "frankfrut",
  "san francisco",
  "ashburn",
  "jp east",
  "equinix am5",
  "constantinopel",
  "frankfurt am main de",
  "quebec",
  "megaport",
  "rotterdam",
];
const FIELD = ".search input";
/** The cities are told apart from everything else by a name that only they have. */
const ONLY_A_CITY = "Bielefeld";
const KEY_MS = 80;
const SETTLE_MS = 1500;

/** Types each text, key by key, into the box of a new page: the first key apart from all the others. */
export async function keys(world, name, slow) {
  const tab = await open(world.browser, 1);
  await tab.page.evaluateOnNewDocument(() => {
    const note = (event) => {
      performance.mark("key", { startTime: event.timeStamp });
      requestAnimationFrame(() => performance.mark("key-drawn"));
    };
    addEventListener("input", note, { capture: true });
  });
  await tab.page.goto(address(world.origin, name, { detail: "110m" }));
  await tab.page.focus(FIELD);
  await tab.page.waitForFunction(() => performance.getEntriesByType("resource").some((it) => /cities/.test(it.name)), { polling: 50 });
  await pause(SETTLE_MS);
  if (slow > 1) await tab.devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
  const { events } = await traced(tab, () => typeAll(tab), ["devtools.timeline"]);
  await found(tab, ONLY_A_CITY);
  await tab.close();
  const renderer = rendererOf(events, world.origin);
  const [first, ...others] = listened(events, renderer, "input");
  const frames = framesOf(events, renderer, "key-drawn");
  const drawn = times(events, renderer, "key").map((pressed) => frames.find((it) => it.drawn > pressed).drawn - pressed);
  return [["first-key", first], ...others.map((it) => ["key", it]), ...drawn.slice(1).map((it) => ["key-drawn", it])];
}

async function typeAll(tab) {
  for (const text of TYPED) {
    for (const letter of text) {
      await tab.page.keyboard.sendCharacter(letter);
      await pause(KEY_MS);
    }
    // Empties the box without a key of its own.
    await tab.page.$eval(FIELD, (it) => (it.value = ""));
  }
}

/** Stops where the cities were not there after all. */
async function found(tab, name) {
  await tab.page.keyboard.sendCharacter(name);
  const there = (it) => document.querySelector("#found [role=option]")?.textContent.includes(it);
  await tab.page.waitForFunction(there, { polling: 50, timeout: 5000 }, name);
}
