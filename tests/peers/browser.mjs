// One Chromium for all pages, the input that a hand would give, and the trace of what the browser did.
import { launch } from "puppeteer-core";

export const VIEWPORT = { width: 1440, height: 900 };

const ARGUMENTS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--force-color-profile=srgb",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

// What the figures are made of: tasks of the main thread, frames sent to the screen, marks, shifts of the layout.
const CATEGORIES = [
  "-*",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "devtools.timeline.frame",
  "blink.user_timing",
  "loading",
];

/** Starts the browser, headless. */
export function start() {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [...ARGUMENTS, ...asRoot],
    defaultViewport: VIEWPORT,
  });
}

/** A new page with nothing kept from earlier ones; `slow` is how many times slower its processor seems. */
export async function open(browser, slow) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
  if (slow > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
  return { page, devtools, close: () => context.close() };
}

/** What `work` gives, and the trace of the browser meanwhile. */
export async function traced(tab, work, extra = []) {
  const { devtools } = tab;
  const categories = [...CATEGORIES, ...extra].join(",");
  await devtools.send("Tracing.start", { transferMode: "ReturnAsStream", categories });
  const value = await work();
  const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  const { stream } = await done;
  let text = "";
  for (;;) {
    const { data, eof, base64Encoded } = await devtools.send("IO.read", { handle: stream, size: 1 << 20 });
    text += base64Encoded ? Buffer.from(data, "base64").toString() : data;
    if (eof) break;
  }
  await devtools.send("IO.close", { handle: stream });
  return { value, events: JSON.parse(text).traceEvents };
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
