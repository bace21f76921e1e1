// Starts the app, and the planner once the app asks for it. tools/finish-dist.mjs bundles this file with the app's
// generated glue and fills in the names of the files.
import start from "atlas-app";
import "./sheet.js";

let tries = 0;
let opening = false;

// The app may ask while it starts.
addEventListener("atlas-open-planner", openPlanner);
addEventListener("atlas-ask-near-map", fetchNearMap, { once: true });

try {
  await start({ module_or_path: new URL(ATLAS_WASM, import.meta.url) });
} catch (error) {
  const message = document.getElementById("start-error");
  if (message) message.hidden = false;
  throw error;
}

async function openPlanner() {
  if (opening) return;
  opening = true;
  say("status", "Opening the planner…");
  try {
    // Browsers remember a module that did not load: another address asks for it again.
    const again = tries++ ? `?${tries}` : "";
    const planner = await import(new URL(PLANNER_JS + again, import.meta.url).href);
    await planner.default({ module_or_path: new URL(PLANNER_WASM, import.meta.url) });
  } catch (error) {
    opening = false;
    say("alert", "The planner could not be loaded. Check the connection and press Planner again; if that does not help, reload the page.");
    console.error(error);
  }
}

/** The finer land; without it the map stays coarse. */
async function fetchNearMap() {
  const response = await fetch(new URL(NEAR_MAP, import.meta.url));
  if (!response.ok) return;
  const detail = new Uint8Array(await response.arrayBuffer());
  dispatchEvent(new CustomEvent("atlas-near-map", { detail }));
}

/** One line where the planner will be. */
function say(role, text) {
  const line = document.createElement("p");
  line.className = role === "alert" ? "notice failed" : "note";
  line.setAttribute("role", role);
  line.textContent = text;
  document.getElementById("planner")?.replaceChildren(line);
}
