// What each page downloads from navigation until the first answer, every file at brotli's highest level.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { open, pause } from "./browser.mjs";
import { CLICKS, PAGES, address, placeOn } from "./pages.mjs";
import { click } from "./gestures.mjs";

/** Rows of a table: its name, the page, the detail of the shapes, and the bytes in all. */
export async function downloads(world, pages) {
  const found = [];
  for (const page of pages.filter((name) => !PAGES[name].isBlank)) {
    // Ours loads the finer shapes later, when one comes near; peers have one or the other.
    for (const detail of page === "atlas" ? ["110m"] : ["110m", "50m"]) {
      const files = await answered(world, page, detail);
      const sizes = await Promise.all(files.map(packed));
      found.push(["download", page, detail, sizes.reduce((sum, it) => sum + it, 0)]);
    }
  }
  return found;
}

async function answered(world, page, detail) {
  world.asked.length = 0;
  const tab = await open(world.browser, 1);
  const { marks } = PAGES[page];
  await tab.page.goto(address(world.origin, page, { detail, view: CLICKS.view }));
  const there = (name) => performance.getEntriesByName(name).length > 0;
  await tab.page.waitForFunction(there, { polling: 50 }, marks.first);
  await pause(1000);
  await tab.page.evaluate((name) => performance.clearMarks(name), marks.answer);
  await click(tab, await placeOn(tab, page, CLICKS.view, world.places.get(CLICKS.places[0])));
  await tab.page.waitForFunction(there, { polling: 50 }, marks.answer);
  const files = [...new Set(world.asked)];
  await tab.close();
  return files;
}

async function packed(file) {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}
