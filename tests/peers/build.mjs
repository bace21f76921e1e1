// Builds the peers' pages into a folder: for each peer its page, its script in one file, and the same scene.
import { build as bundle } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { places } from "./scene-data.mjs";

const here = import.meta.dirname;
const root = join(here, "../..");
const require = createRequire(import.meta.url);

/** Every page beside our own: its title, what its body holds, and the style sheet of the library. */
export const PEERS = {
  "d3-canvas": { title: "d3-geo on a canvas", body: "<canvas></canvas>" },
  "d3-svg": { title: "d3-geo as SVG", body: "<svg></svg>" },
  leaflet: { title: "Leaflet", body: '<div id="map"></div>', css: "leaflet/dist/leaflet.css" },
  maplibre: {
    title: "MapLibre GL",
    body: '<div id="map"></div>',
    css: "maplibre-gl/dist/maplibre-gl.css",
    worker: "maplibre-gl/dist/maplibre-gl-worker.mjs",
  },
  deck: { title: "deck.gl", body: "<canvas></canvas>" },
  blank: { title: "Blank page", body: "" },
};

export const DETAILS = ["110m", "50m"];

/** Builds the pages of `names` into `folder`, each in a folder of its own; gives the places that they draw. */
export async function buildPeers(folder, names) {
  const scene = await places(join(root, "data"));
  for (const name of names) await buildPeer(join(folder, name), name, JSON.stringify(scene));
  return scene;
}

async function buildPeer(out, name, scene) {
  const { title, body, css, worker } = PEERS[name];
  await mkdir(out, { recursive: true });
  await script(join(here, "pages", `${name}.js`), out, "page");
  if (worker) await script(join(here, "node_modules", worker), out, "worker");
  await style(css, out);
  const page = await readFile(join(here, "pages/page.html"), "utf8");
  for (const detail of DETAILS) {
    const files = name === "blank" ? [] : [`world-${detail}.json`, "places.json"];
    const head = [
      '    <link rel="stylesheet" href="page.css">',
      ...files.map((file) => `    <link rel="preload" as="fetch" crossorigin href="${file}">`),
    ];
    const words = { DETAIL: detail, TITLE: title, HEAD: head.join("\n"), BODY: `    ${body}` };
    const filled = page.replace(/DETAIL|TITLE|HEAD|BODY/g, (word) => words[word]);
    await writeFile(join(out, `${detail}.html`), filled);
    await copyFile(require.resolve(`world-atlas/countries-${detail}.json`), join(out, `world-${detail}.json`));
  }
  await writeFile(join(out, "places.json"), scene);
}

async function script(entry, out, as) {
  await bundle({
    entryPoints: { [as]: entry },
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // deck.gl's own word for its build without WebGPU.
    conditions: ["visgl:webgl-only"],
    legalComments: "none",
    logLevel: "error",
  });
}

async function style(library, out) {
  const sheets = [library && join(here, "node_modules", library), join(here, "pages/page.css")].filter(Boolean);
  const contents = sheets.map((sheet) => `@import ${JSON.stringify(sheet)};`).join("\n");
  await bundle({
    stdin: { contents, loader: "css", resolveDir: here },
    outfile: join(out, "page.css"),
    bundle: true,
    minify: true,
    loader: { ".png": "dataurl", ".svg": "dataurl" },
    external: ["*.png"],
    logLevel: "error",
  });
}
