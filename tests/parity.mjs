// Holds the JavaScript package, in Node, against the native program over the whole data set, byte for byte.
//
//   cargo run --package expressroute-atlas-cli --example answers -- target/parity/native.ndjson
//   node tests/parity.mjs target/parity/native.ndjson
//
// Without a file name the first step runs by itself. The package must have been built: `cargo xtask build`.
import { spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { ReachMap } from "../crates/js/node.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const CLOUDS = ["public", "usgov", "china"];
const SKUS = ["local", "standard", "premium"];
const PEERINGS = ["private", "microsoft"];

const map = new ReachMap();
const locations = map.locations();
const regions = map.regions();

function* reachAnswers() {
  const destinations = notListed();
  for (const { id: from, cloud } of locations) {
    for (const sku of SKUS) {
      for (const peering of PEERINGS) {
        yield map.reachAll(from, sku, { cloud, peering });
        for (const { to, toCloud, environment } of destinations) {
          yield map.reach(from, sku, to, { cloud, peering, toCloud: toCloud ?? cloud, environment });
        }
      }
    }
  }
}

// The destinations that no list holds: regions that are not live, one of every cloud, and the services.
function notListed() {
  const region = ({ id, cloud }) => ({ to: id, toCloud: cloud });
  const found = regions.filter((it) => it.status !== "live").map(region);
  for (const cloud of CLOUDS) {
    found.push(region(regions.find((it) => it.cloud === cloud && it.status === "live")));
    found.push({ to: "microsoft-365", toCloud: cloud });
  }
  found.push({ to: "dynamics-365" });
  const environments = map.geopoliticalRegions();
  return found.concat(environments.map(({ id, cloud }) => ({ to: "dynamics-365", toCloud: cloud, environment: id })));
}

function* links() {
  for (const from of locations) {
    for (const to of locations) {
      const options = { cloud: from.cloud, toCloud: to.cloud };
      for (const fromSku of SKUS) {
        for (const toSku of SKUS) yield map.link(from.id, fromSku, to.id, toSku, options);
      }
    }
  }
}

function* located() {
  for (const [at, region] of regions.entries()) {
    const next = regions[(at + 1) % regions.length];
    yield map.locate([region.id], { cloud: region.cloud });
    yield map.locate([region.id, next.id], { peering: "microsoft" });
  }
}

function* nearest() {
  for (const cloud of CLOUDS) {
    for (let lat = -90; lat <= 90; lat += 30) {
      for (let lon = -180; lon <= 180; lon += 30) yield map.nearest(lat, lon, 200, { cloud });
    }
  }
}

function* latencies() {
  const places = [...regions, ...locations];
  for (const from of places) {
    for (const to of places) yield map.latency(from.id, to.id, { cloud: from.cloud, toCloud: to.cloud });
  }
}

function* answers() {
  const questions = { reach: reachAnswers, link: links, locate: located, nearest, latency: latencies };
  for (const [what, question] of Object.entries(questions)) {
    for (const answer of question()) yield [what, answer];
  }
}

// Lines of a file too large to be one string.
async function* linesOf(file) {
  let rest = "";
  for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop();
    yield lines;
  }
  if (rest !== "") yield [rest];
}

function written(file) {
  const words = ["run", "--quiet", "--package", "expressroute-atlas-cli", "--example", "answers", "--", file];
  const { status } = spawnSync("cargo", words, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(2);
  return file;
}

const counts = {};
let failed = 0;

function differs(what, native, wasm) {
  failed += 1;
  counts[what].failed += 1;
  if (failed > 1) return;
  let at = 0;
  while (at < native.length && native[at] === wasm[at]) at += 1;
  // Lines can be long: what stands around the place is enough to find the answer and the field.
  const around = (line) => `${line.slice(0, 80)} … ${line.slice(Math.max(80, at - 120), at + 80)}`;
  console.log(`first difference (${what}), at character ${at}:\n  native ${around(native)}\n  wasm   ${around(wasm)}`);
}

const wasm = answers();
for await (const lines of linesOf(process.argv[2] ?? written(`${root}target/parity/native.ndjson`))) {
  for (const native of lines) {
    const { value, done } = wasm.next();
    const [what, answer] = done ? ["length", undefined] : value;
    counts[what] ??= { passed: 0, failed: 0 };
    const text = done ? "(no more answers)" : JSON.stringify(answer);
    if (text === native) counts[what].passed += 1;
    else differs(what, native, text);
  }
}
for (const [what, answer] of wasm) {
  counts[what] ??= { passed: 0, failed: 0 };
  differs(what, "(no more answers)", JSON.stringify(answer));
}
let passed = 0;
for (const [what, count] of Object.entries(counts)) {
  passed += count.passed;
  console.log(`${what}: ${count.passed} the same, ${count.failed} different`);
}
const kinds = Object.values(counts);
const whole = kinds.filter((it) => it.failed === 0).length;
console.log(`test result: ${failed === 0 ? "ok" : "FAILED"}. ${whole} passed; ${kinds.length - whole} failed; kinds of answers`);
console.log(`${passed} answers the same, ${failed} different`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
