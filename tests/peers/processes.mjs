// CPU time from Linux's own account: nanoseconds that threads have run, without asking the browser.
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const LOOK_MS = 200;
/** A browser at rest still looks about now and then. */
const REST_MS = 20;
/** A minute: WebGL in software may have that much before it. */
const MOST_LOOKS = 300;

/** What `root` and every process below it have run so far, in milliseconds: together, and each one's main thread. */
export function account(root) {
  const processes = family(root);
  const mainThread = (process) => [Number(process), ran(`/proc/${process}/task/${process}/schedstat`)];
  return {
    all: processes.reduce((sum, process) => sum + threadsOf(process), 0),
    main: new Map(processes.map(mainThread)),
  };
}

/** Waits until `root` and the processes below it are at rest: what one page left to be drawn is no other page's cost. */
export async function rest(root) {
  let before = account(root).all;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await pause(LOOK_MS);
    const now = account(root).all;
    if (now - before < REST_MS) return;
    before = now;
  }
}

function threadsOf(process) {
  return listed(`/proc/${process}/task`).reduce((sum, thread) => sum + ran(`/proc/${process}/task/${thread}/schedstat`), 0);
}

function ran(file) {
  const [nanoseconds] = read(file).split(" ");
  return Number(nanoseconds) / 1e6;
}

function family(root) {
  const children = new Map();
  for (const process of listed("/proc").filter((name) => /^\d+$/.test(name))) {
    // The name of the program stands in brackets and may hold anything.
    const parent = read(`/proc/${process}/stat`).split(") ").pop().split(" ")[1];
    children.set(parent, [...(children.get(parent) ?? []), process]);
  }
  const below = (process) => [process, ...(children.get(process) ?? []).flatMap(below)];
  return below(String(root));
}

// A process may end while it is looked at.
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
