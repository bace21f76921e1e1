// Makes a wasm and its generated glue smaller, together: what the page never calls goes, and the long names that the
// two know each other by become short ones. An optimizer that sees one of them alone can do neither.
import binaryen from "binaryen";

/** What the compiler uses for this target, and every browser that runs the page understands. */
const FEATURES = ["MutableGlobals", "NontrappingFPToInt", "BulkMemory", "BulkMemoryOpt", "SignExt", "ReferenceTypes", "Multivalue"];

const IMPORTS = 2;
const EXPORTS = 7;

/** The glue without the statements that keep classes alive which nobody uses. */
export const withoutKeepers = (glue) => glue.replace(/^if \(Symbol\.dispose\) .*;$/gm, "");

/** The wasm without the exports that `script`, the bundled glue, does not name, and without what only they need. */
export function withoutUnusedExports(wasm, script) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(FEATURES.reduce((all, feature) => all | binaryen.Features[feature], 0));
  for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(wasm))) {
    if (!script.includes(name)) module.removeExport(name);
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setLowMemoryUnused(true);
  module.runPasses(["remove-unused-module-elements", "dae-optimizing"]);
  module.optimize();
  putAlikeTogether(module);
  const smaller = module.emitBinary();
  module.dispose();
  return smaller;
}

/**
 * Sorts the functions by their types, then by length: what is packed together with its like packs better. For the app
 * this is a hundredth of the download.
 */
function putAlikeTogether(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at)));
  // What is imported has no body, and stands first anyway.
  const own = all.filter((it) => !it.base).map((it, at) => ({ ...it, at, length: binaryen.emitText(it.body).length }));
  const types = ({ params, results, vars }) => [binaryen.expandType(params), results, vars].join("|");
  const keyed = own.map((it) => ({ ...it, types: types(it) }));
  keyed.sort((a, b) => (a.types < b.types ? -1 : a.types > b.types ? 1 : a.length - b.length || a.at - b.at));
  for (const { name, params, results, vars, body } of keyed) {
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, body);
  }
}

/** The wasm and the glue with short names for every import and every long-named export. */
export function withShortNames(wasm, glue) {
  const compiled = new WebAssembly.Module(wasm);
  const imports = WebAssembly.Module.imports(compiled);
  const all = [...imports, ...WebAssembly.Module.exports(compiled)].map((it) => it.name);
  // Words such as `memory` are in the glue for other reasons too.
  const names = [...new Set(all)].filter((name) => name.length > 12);
  const short = new Map(names.map((name, number) => [name, `_${number.toString(36)}`]));
  const [module] = new Set(imports.map((it) => it.module));
  short.set(module, "_");
  const rename = (name) => short.get(name) ?? name;
  const text = glue.replace(/[\w$]{13,}/g, rename).replaceAll(`"${module}"`, '"_"');
  return { wasm: renamed(wasm, rename), glue: text };
}

/** The wasm with its imports and exports renamed; every other section as it is. */
function renamed(wasm, rename) {
  const reader = new Reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (reader.at < wasm.length) {
    const id = wasm[reader.at++];
    const length = reader.number();
    const body = wasm.subarray(reader.at, reader.at + length);
    reader.at += length;
    const changed = id === IMPORTS || id === EXPORTS ? renamedSection(body, rename, id === IMPORTS) : body;
    parts.push(Uint8Array.of(id, ...number(changed.length)), changed);
  }
  return Buffer.concat(parts);
}

function renamedSection(body, rename, isImports) {
  const reader = new Reader(body, 0);
  const count = reader.number();
  const parts = [Uint8Array.from(number(count))];
  const name = () => {
    const bytes = new TextEncoder().encode(rename(reader.name()));
    parts.push(Uint8Array.from(number(bytes.length)), bytes);
  };
  for (let entry = 0; entry < count; entry++) {
    name();
    if (isImports) name();
    const from = reader.at;
    const kind = body[reader.at++];
    // The glue imports functions only: their type follows; an export's place follows whatever its kind.
    if (isImports && kind !== 0) throw new Error(`the glue gives the wasm an import of kind ${kind}, not a function`);
    reader.number();
    parts.push(body.subarray(from, reader.at));
  }
  return Buffer.concat(parts);
}

/** Reads numbers and names of a wasm. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  name() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/** A whole number as a wasm writes it. */
function number(value) {
  const bytes = [];
  do {
    const more = value > 0x7f ? 0x80 : 0;
    bytes.push((value & 0x7f) | more);
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}
