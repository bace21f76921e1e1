// The rows of the tables: what each is called, how its figures are told, and the bar that our own page answers to.

const best = { words: "the best peer's", holds: (own, peer) => own <= peer };
const atMost = (limit, unit = "") => ({ words: `at most ${limit}${unit}`, holds: (own) => own <= limit });
// A second holds 60 frames; at its ends one is counted or not.
const frames = (limit) => ({ words: `${limit}`, holds: (own) => own >= limit - 1 });
const none = { words: "none", holds: (own) => own === 0 };

const row = (key, title, more) => ({ key, title, share: "median", digits: 1, less: true, bar: () => undefined, ...more });

/** What is told once, of the page as it opens. */
export const DOWNLOAD = row("download", "download until the first answer, KB", {
  scale: 1 / 1000,
  bar: (slow, detail) => (detail === "110m" ? atMost(160) : undefined),
});

/** What is told of the first visit and the clicks, at a speed of the processor. */
export const VISIT = [
  row("first", "first draw, ms", { bar: () => ({ words: "before every peer", holds: (own, peer) => own < peer }) }),
  row("first-shown", "first draw on the screen, ms"),
  row("shift", "layout shift", { digits: 3, share: "most", bar: () => none }),
  ...["click", "click-shown"].flatMap((key) => {
    const title = key === "click" ? "click to drawn" : "click to screen";
    const near = { words: "1.1 times the best peer's", holds: (own, peer) => own <= 1.1 * peer };
    return [
      row(key, `${title}, median ms`, { bar: () => near }),
      row(key, `${title}, p95 ms`, { share: "p95", bar: (slow) => atMost(slow === 1 ? 17 : 30) }),
    ];
  }),
];

/** What is told of typing into the search box, at a speed of the processor. */
export const SEARCH = [
  row("first-key", "first key after the page opens, median ms"),
  ...[["key", atMost(10)], ["key-drawn"]].flatMap(([key, bar]) => {
    const title = key === "key" ? "key to list" : "key to drawn";
    return [
      row(key, `${title}, median ms`, { bar: () => bar }),
      row(key, `${title}, p95 ms`, { share: "p95", bar: () => bar }),
    ];
  }),
];

/** What is told of asking for an answer beside the map, at a speed of the processor. */
export const ANSWERS = [
  row("ask-frames", "frames from a press to its answer", { digits: 0, share: "most", bar: () => atMost(1) }),
  row("first-ask", "press to drawn, the first of its kind, median ms"),
  row("ask", "press to drawn, median ms"),
  row("ask", "press to drawn, p95 ms", { share: "p95" }),
];

/** What is told of panning and zooming, at a speed of the processor and with shapes of a detail. */
export const MOVES = ["pan", "zoom"].flatMap((move) => [
  row(`${move}-main`, `${move}: main thread, ms a frame`, {
    bar: (slow, detail) => (slow === 1 && detail === "110m" && move === "pan" ? best : undefined),
  }),
  row(`${move}-all`, `${move}: all processes, ms a frame`, {
    bar: (slow, detail) => (slow === 1 && detail === "110m" && move === "pan" ? atMost(10) : undefined),
  }),
  row(`${move}-fps`, `${move}: frames a second`, { less: false, bar: (slow) => frames(slow === 1 ? 60 : 45) }),
  row(`${move}-longest`, `${move}: longest task, ms`, { share: "most", bar: () => atMost(50) }),
]);
