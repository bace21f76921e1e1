// Starts the app, the planner once the app asks for it, and the finder once someone goes to the search box or the address
// asks for an answer of it.
// tools/finish-dist.mjs bundles this file with the app's generated glue and fills in the names of the files.
import start from "atlas-app";

let tries = 0;
let opening = false;
let finding = false;
let point;
let pressed;
let entered;
let texts = {};

/**
 * A text in the page's language, or a date such as 2026-04-28 as that language writes it. Every wasm asks here. A date is
 * kept, as a card has hundreds of the same few.
 */
const say = (globalThis.atlasText = (it) => texts[it] ?? (/^\d{4}-\d\d-\d\d$/.test(it) ? (texts[it] = date(it)) : it));

// The app may ask while it starts.
addEventListener("atlas-open-planner", openPlanner);
addEventListener("focusin", ({ target }) => target.closest?.(".search") && openFinder());
addEventListener("popstate", openAsked);
// A click on the map waits for the finder, which hears of later ones itself.
addEventListener("atlas-point", ({ detail }) => ((point = detail), openFinder()));
// Two clicks zoom and ask nothing.
addEventListener("dblclick", () => (point = 0));
// So does a press that only the finder understands: it is done again, and null says that the finder hears of the next.
addEventListener("click", (event) => {
  const wanted = event.target.closest?.("[data-finder]");
  if (!wanted || pressed === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  pressed = wanted;
  openFinder();
});
addEventListener("atlas-finder-ready", () => {
  const wanted = pressed;
  pressed = null;
  wanted?.click();
  if (point) dispatchEvent(new CustomEvent("atlas-point", { detail: point }));
});
addEventListener("atlas-ask-cities", fetchCities);
addEventListener("atlas-ask-near-map", fetchNearMap, { once: true });

await learn(document.documentElement);

try {
  await start({ module_or_path: new URL(ATLAS_WASM, import.meta.url) });
} catch (error) {
  const message = document.getElementById("start-error");
  if (message) {
    message.textContent = say("The app could not start. It needs a current browser that allows WebAssembly.");
    message.hidden = false;
  }
  throw error;
}

openAsked();
when("(max-width: 44.9375rem)", () => import(new URL(SHEET_JS, import.meta.url).href));
// The map draws itself again in the colors of the system.
when("(forced-colors: active)", () => style(FORCED_CSS).then(() => dispatchEvent(new Event("atlas-theme"))));

/** Loads what a screen of this kind needs, now or once it is one. */
function when(kind, load) {
  const query = matchMedia(kind);
  const ask = () => query.matches && load();
  query.addEventListener("change", ask);
  ask();
}

addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey } = event;
  // Enter waits for the finder, too, which hears of later ones before this.
  if (key === "Enter" && target.matches?.(".search input")) entered = event;
  if (ctrlKey || metaKey || target.matches?.("input, textarea")) return;
  if (key === "?") menu("keys");
  if (key !== "/") return;
  event.preventDefault();
  document.querySelector(".search input").focus();
});

addEventListener("click", ({ target }) => {
  // Filters lie over what was asked before.
  const ask = (_, asked) => `&find=${target.value}${asked && target.value === "filters" ? `;over:${asked}` : ""}`;
  if (target.name === "find") location.hash = location.hash.replace(/[#&]find=([^&]*)|$/, ask);
  if (["settings", "keys", "share"].includes(target.name)) menu(target.name, target);
});

/** What stands where a part of the page was to come. */
function failed() {
  return say("This part could not be loaded. Check the connection and try again; if that does not help, reload the page.");
}

async function menu(name, button) {
  (await import(new URL(MENU_JS, import.meta.url).href)).act(name, button);
}

async function openPlanner() {
  if (opening) return;
  opening = true;
  tell("status", say("Opening the planner…"));
  try {
    await load(PLANNER_JS, PLANNER_CSS, PLANNER_WASM);
  } catch (error) {
    opening = false;
    tell("alert", failed());
    console.error(error);
  }
}

/** The finder, where the address holds a question or a filter: its own script knows what they say. */
function openAsked() {
  if (/[#&](find|only)=/.test(location.hash)) openFinder();
}

/** Takes over the search box, and answers what stands in it by then. */
async function openFinder() {
  if (finding) return;
  finding = true;
  const told = document.querySelector(".search .missing") ?? {};
  told.textContent = say("Loading the search…");
  try {
    await load(FINDER_JS, FINDER_CSS, FINDER_WASM);
    told.textContent = "";
    await fetchCities();
    entered?.target.dispatchEvent(new KeyboardEvent("keydown", entered));
  } catch (error) {
    finding = false;
    told.textContent = failed();
    console.error(error);
  }
}

/** The texts of another language than English. Without them the page stays English, and says so. */
async function learn(page) {
  const file = TEXTS[page.lang];
  if (!file) return;
  try {
    texts = await (await fetch(new URL(file, import.meta.url))).json();
  } catch {
    page.lang = "en";
  }
}

function date(iso) {
  // With the day first, as the documents have it.
  const lang = document.documentElement.lang.replace("en", "en-GB");
  return new Date(iso).toLocaleDateString(lang, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** The cities of the world, for the finder and the planner; no bytes when they cannot be had. */
async function fetchCities() {
  const packed = await fetch(new URL(CITIES, import.meta.url)).then((it) => (it.ok ? it.arrayBuffer() : 0), () => 0);
  const detail = new Uint8Array(packed);
  dispatchEvent(new CustomEvent("atlas-cities", { detail }));
}

/** Loads a program and its styles, and starts it once they hold. */
async function load(script, css, wasm) {
  // Browsers remember a module that did not load: another address asks for it again.
  const again = tries++ ? `?${tries}` : "";
  const program = import(new URL(script + again, import.meta.url).href);
  await style(css + again);
  await (await program).default({ module_or_path: new URL(wasm, import.meta.url) });
}

function style(file) {
  return new Promise((onload, onerror) => {
    const href = new URL(file, import.meta.url).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror }));
  });
}

/** The finer land; without it the map stays coarse. */
async function fetchNearMap() {
  const response = await fetch(new URL(NEAR_MAP, import.meta.url));
  if (!response.ok) return;
  const detail = new Uint8Array(await response.arrayBuffer());
  dispatchEvent(new CustomEvent("atlas-near-map", { detail }));
}

/** One line where the planner will be. */
function tell(role, text) {
  const line = document.createElement("p");
  line.className = "note";
  line.setAttribute("role", role);
  line.textContent = text;
  document.getElementById("planner")?.replaceChildren(line);
}
