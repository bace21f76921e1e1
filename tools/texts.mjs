// Reads the catalogs of the page's languages, texts/*.po, for the page: one flat list from English to the other language.
// What is filled in at the place {quoted} is English in every language: it is set apart by the two signs of Unicode for
// that, by which the page marks it (crates/words).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** For every language of a folder of catalogs what the page downloads, as JSON. */
export async function translations(folder) {
  const files = (await readdir(folder)).filter((it) => it.endsWith(".po")).sort();
  const read = async (file) => [file.slice(0, -3), JSON.stringify(parsed(await readFile(join(folder, file), "utf8"), file))];
  return Object.fromEntries(await Promise.all(files.map(read)));
}

/**
 * The translations of a PO file. Every language here has one form for one thing and one for more, as English has: so a
 * text that counts is two texts.
 */
function parsed(text, file) {
  const entries = [];
  let field;
  for (const [at, line] of text.split("\n").entries()) {
    if (!line || line.startsWith("#")) continue;
    const [, keyword, quoted] = line.match(/^(?:(msgid|msgid_plural|msgstr|msgstr\[[01]\]) )?(".*")$/) ?? [];
    if (!quoted || !(keyword ?? field)) throw new Error(`${file} line ${at + 1}: not understood: ${line}`);
    field = keyword ?? field;
    if (keyword === "msgid") entries.push({});
    const entry = entries.at(-1);
    entry[field] = (entry[field] ?? "") + JSON.parse(quoted);
  }
  const pairs = entries.flatMap((it) => [
    [it.msgid, it.msgstr ?? it["msgstr[0]"]],
    [it.msgid_plural, it["msgstr[1]"]],
  ]);
  const apart = (text) => text.replaceAll("{quoted}", "\u2068{quoted}\u2069");
  return Object.fromEntries(pairs.filter(([english, other]) => english && other).map(([it, other]) => [it, apart(other)]));
}
