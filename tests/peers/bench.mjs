// Drives our page and the peers in one Chromium, one visit after another in turn, and prints what it measured.
//
// node tests/peers/bench.mjs DIST [--rounds N] [--pages a,b] [--rows first,click,pan,zoom,key,ask] [--slow 1,4]
//                                 [--detail 110m,50m] [--add] [--write]
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { start } from "./browser.mjs";
import { answers } from "./answers.mjs";
import { PEERS, buildPeers } from "./build.mjs";
import { downloads } from "./downloads.mjs";
import { add, readFigures, writeFigures } from "./figures.mjs";
import { keys } from "./keys.mjs";
import { PAGES } from "./pages.mjs";
import { rest } from "./processes.mjs";
import { report } from "./report.mjs";
import { serve } from "./server.mjs";
import { clicks, first, moves } from "./visits.mjs";

const ROWS = ["download", "first", "click", "pan", "zoom", "key", "ask"];
const root = join(import.meta.dirname, "../..");

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "7" },
    pages: { type: "string", default: Object.keys(PAGES).join() },
    rows: { type: "string", default: ROWS.join() },
    slow: { type: "string", default: "1,4" },
    detail: { type: "string", default: "110m,50m" },
    add: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const [dist = join(root, "dist")] = positionals;
const rounds = Number(asked.rounds);
if (!Number.isInteger(rounds) || rounds < 0) throw new Error(`--rounds ${asked.rounds} is not a number of rounds`);
const pages = chosen("pages", Object.keys(PAGES));
const rows = chosen("rows", ROWS);
const slows = chosen("slow", ["1", "2", "4", "6"]).map(Number);
const details = chosen("detail", ["110m", "50m"]);

const out = join(root, "target/peers");
const kept = join(out, "figures.json");
await mkdir(out, { recursive: true });
const scene = await buildPeers(out, Object.keys(PEERS));
const places = new Map(scene.locations.map(({ id, at }) => [id, at]));
const figures = asked.add ? await readFigures(kept) : new Map();
const folders = Object.fromEntries(Object.keys(PEERS).map((name) => [name, join(out, name)]));
const server = await serve({ ...folders, atlas: dist });
const browser = await start();
const version = await browser.version();
try {
  await measure({ browser, origin: server.origin, asked: server.asked, places });
} finally {
  await writeFigures(kept, figures);
  await browser.close();
  server.close();
}
const text = report(figures, { version, date: new Date(), rows, slows, details, pages });
console.log(text);
if (asked.write) await fillIn(join(root, "docs/performance.md"), text);

async function measure(world) {
  if (rows.includes("download")) {
    for (const [row, page, detail, bytes] of await downloads(world, pages)) {
      // The size is no matter of chance: the newest figure replaces the others.
      figures.delete([row, page, 1, detail].join(" "));
      add(figures, row, page, 1, detail, bytes);
    }
  }
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`round ${round} of ${rounds}`);
    for (const slow of slows) {
      for (const page of pages) await visits(world, page, slow);
    }
  }
}

async function visits(world, page, slow) {
  const visit = async (detail, go) => {
    await rest(world.browser.process().pid);
    for (const [row, value] of await go(world, page, slow, detail, rows)) add(figures, row, page, slow, detail, value);
  };
  if (rows.includes("first")) await visit("110m", first);
  if (PAGES[page].isBlank) return;
  if (rows.includes("click")) await visit("110m", clicks);
  if (rows.includes("key") && PAGES[page].hasSearch) await visit("110m", keys);
  if (rows.includes("ask") && PAGES[page].hasSearch) await visit("110m", answers);
  if (!rows.includes("pan") && !rows.includes("zoom")) return;
  for (const detail of details) await visit(detail, moves);
}

/** The words given to an option, each of them known. */
function chosen(option, known) {
  const words = asked[option].split(",");
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) throw new Error(`--${option} does not know ${unknown.join()}: ${known.join()}`);
  return words;
}

/** Puts the tables between the marks of the document. */
async function fillIn(file, tables) {
  const old = await readFile(file, "utf8");
  const [before, rest] = old.split("<!-- figures -->");
  const [, after] = rest.split("<!-- end of figures -->");
  await writeFile(file, `${before}<!-- figures -->\n\n${tables}\n<!-- end of figures -->${after}`);
}
