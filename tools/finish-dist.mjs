// The last step of a page build, run by Trunk on its staging folder:
// bundles the JavaScript into external files, as the page's policy allows no inline script: one for the theme, one for
// the app, and three that are loaded later, for the planner, the finder and the sheet of a narrow screen; minifies them and the styles,
// names them and the wasm by their final content, and writes the names into index.html and into the loader.
import { createHash } from "node:crypto";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { withShortNames, withoutKeepers, withoutUnusedExports } from "./shrink-wasm.mjs";
import { translations } from "./texts.mjs";

const root = join(import.meta.dirname, "..");
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("TRUNK_STAGING_DIR is not set: this script is run by Trunk, see Trunk.toml");

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

const page = join(staging, "index.html");
const html = await readFile(page, "utf8");
const [mark, glue, wasm] = findMark(html);

const planner = await part("planner");
const finder = await part("finder");

const nearMapName = await packed("basemap-50m");
const citiesName = await packed("cities");

const texts = {};
for (const [language, text] of Object.entries(await translations(join(root, "texts")))) {
  texts[language] = `./texts-${language}-${hashOf(text)}.json`;
  await writeFile(join(staging, texts[language]), text);
}

const sheetName = await bundle("sheet", { entryPoints: [join(root, "assets/sheet.js")] });
const forcedStyles = await bundle("forced", { entryPoints: [join(root, "assets/forced.css")] }, "css");
const menuStyles = await bundle("menu", { entryPoints: [join(root, "assets/menu.css")] }, "css");
const menuName = await bundle("menu", {
  entryPoints: [join(root, "assets/menu.js")],
  define: { MENU_CSS: JSON.stringify(`./${menuStyles}`) },
});

const wasmName = await shrinkWasm("atlas", wasm, join(staging, glue));
const scriptName = await bundle("atlas", {
  entryPoints: [join(root, "assets/loader.js")],
  alias: { "atlas-app": join(staging, glue) },
  define: {
    ATLAS_WASM: JSON.stringify(`./${wasmName}`),
    NEAR_MAP: JSON.stringify(`./${nearMapName}`),
    MENU_JS: JSON.stringify(`./${menuName}`),
    FORCED_CSS: JSON.stringify(`./${forcedStyles}`),
    SHEET_JS: JSON.stringify(`./${sheetName}`),
    TEXTS: JSON.stringify(texts),
    CITIES: JSON.stringify(`./${citiesName}`),
    PLANNER_JS: JSON.stringify(`./${planner.script}`),
    PLANNER_CSS: JSON.stringify(`./${planner.styles}`),
    PLANNER_WASM: JSON.stringify(`./${planner.wasm}`),
    FINDER_JS: JSON.stringify(`./${finder.script}`),
    FINDER_CSS: JSON.stringify(`./${finder.styles}`),
    FINDER_WASM: JSON.stringify(`./${finder.wasm}`),
  },
});
const themeName = await bundle("theme", {
  entryPoints: [join(root, "assets/theme.js")],
  define: { LANGUAGES: JSON.stringify(["en", ...Object.keys(texts)]) },
});
await rm(join(staging, glue));
await rm(join(staging, "snippets"), { recursive: true, force: true });

const start = `<script type="module" crossorigin src="./${scriptName}"></script>`;
const withScripts = html.replace(mark, start).replace("assets/theme.js", `./${themeName}`);
const withStyles = await minifyStyles(withScripts);
const withPreloads = withStyles.replace('<script src="./theme', `${preloads(withStyles)}$&`);
await writeFile(page, withPreloads.replace(/<!--.*?-->/gs, "").replace(/\n\s+/g, "\n"));
await copyPlainPage();

/**
 * What the browser is to fetch while it waits for the script of the theme. It looks no further ahead by itself in a page
 * that sets its policy in a tag.
 */
function preloads(text) {
  const styles = text.match(/href="(\.\/[^"]+\.css)"/)[1];
  return [
    `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${wasmName}">`,
    `<link rel="modulepreload" crossorigin href="./${scriptName}">`,
    `<link rel="preload" as="style" href="${styles}">`,
  ].join("");
}

/** The mark that Trunk.toml's pattern_script leaves, and the two file names in it. */
function findMark(text) {
  const found = text.match(/<script type="module" data-js="(.+?)" data-wasm="(.+?)"><\/script>/);
  if (!found) throw new Error("index.html lacks the mark of pattern_script in Trunk.toml");
  return found;
}

/** Bundles every style sheet of the page with what it imports, and renames it; gives the page with the new names. */
async function minifyStyles(text) {
  for (const [, name] of text.matchAll(/href="\.\/([^"]+\.css)"/g)) {
    const code = await styles(name.replace(/(-[0-9a-f]+)?\.css$/, ".css"));
    const newName = name.replace(/(-[0-9a-f]+)?\.css$/, `-${hashOf(code)}.css`);
    await rm(join(staging, name));
    await writeFile(join(staging, newName), code);
    text = text.replace(name, newName);
  }
  return text;
}

/** A style sheet of assets/ with what it imports, minified. */
async function styles(name) {
  const entryPoints = [join(root, "assets", name)];
  const result = await build({ entryPoints, bundle: true, minify: true, write: false, logLevel: "warning" });
  return result.outputFiles[0].contents;
}

/** A program that is loaded later: shrinks and bundles it and its styles; gives the names of its files. */
async function part(base) {
  const glue = join(staging, `expressroute-${base}.js`);
  const wasm = await shrinkWasm(base, `expressroute-${base}_bg.wasm`, glue);
  const script = await bundle(base, { entryPoints: [glue] });
  const styles = await bundle(base, { entryPoints: [join(root, `assets/${base}.css`)] }, "css");
  await rm(glue);
  return { script, wasm, styles };
}

/** Copies a packed asset under a name by its content; gives the name. */
async function packed(base) {
  const bytes = await readFile(join(root, `assets/${base}.bin`));
  const name = `${base}-${hashOf(bytes)}.bin`;
  await writeFile(join(staging, name), bytes);
  return name;
}

/** Makes a wasm and its glue smaller, and names the wasm by its content; gives the new name. */
async function shrinkWasm(base, name, glue) {
  const path = join(staging, name);
  await writeFile(glue, withoutKeepers(await readFile(glue, "utf8")));
  // Bundled only to see what is left of it.
  const script = await bundled({ entryPoints: [glue], minify: false });
  const wasm = withoutUnusedExports(await readFile(path), new TextDecoder().decode(script));
  const shorter = withShortNames(wasm, await readFile(glue, "utf8"));
  await writeFile(glue, shorter.glue);
  const newName = `${base}-${hashOf(shorter.wasm)}.wasm`;
  await writeFile(join(staging, newName), shorter.wasm);
  await rm(path);
  return newName;
}

/** Bundles and minifies what esbuild's `options` name; gives the name of the file. */
async function bundle(base, options, kind = "js") {
  const script = await bundled(options);
  const name = `${base}-${hashOf(script)}.${kind}`;
  await writeFile(join(staging, name), script);
  return name;
}

async function bundled(options) {
  const result = await build({
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
    // A registry that nobody uses does nothing.
    pure: ["FinalizationRegistry"],
    write: false,
    logLevel: "warning",
    ...options,
  });
  return result.outputFiles[0].contents;
}

/** The small page over the JavaScript package stands beside the app once the package is built. */
async function copyPlainPage() {
  const built = join(root, "crates/js/pkg/web");
  if (!existsSync(built) || !existsSync(join(root, "www/index.html"))) return;
  await cp(join(root, "www"), join(staging, "www"), { recursive: true });
  await cp(built, join(staging, "www/pkg"), { recursive: true });
}
