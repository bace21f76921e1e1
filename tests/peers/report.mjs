// The figures as Markdown: a table for each speed of the processor and each detail of the shapes.
import { cpus, release, totalmem } from "node:os";
import { summary } from "./figures.mjs";
import { PAGES } from "./pages.mjs";
import { ANSWERS, DOWNLOAD, MOVES, SEARCH, VISIT } from "./rows.mjs";

const OWN = "atlas";

/** The tables, under a line that says when, where and in what they were measured. */
export function report(figures, { version, date, slows, details, pages }) {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores (${processor.model.trim()}), ${memory} GiB, Linux ${release().split("-")[0]}, no GPU`;
  const counts = ["first", "pan-fps", "first-key"].map((row) => summary(figures, row, OWN, slows[0], "110m")?.count ?? 0);
  const visits = Math.max(...counts);
  const head = `Measured on ${date.toISOString().slice(0, 10)} in ${version}, headless, on ${machine}; rounds: ${visits}.\n`;
  const shown = pages.filter((page) => !PAGES[page].isBlank);
  const searching = shown.filter((page) => PAGES[page].hasSearch);
  const table = (title, rows, slow, detail, columns = shown) => {
    const lines = rows.map((row) => line(figures, row, columns, slow, detail)).filter(Boolean);
    return lines.length > 0 ? `\n### ${title}\n\n${heading(columns)}\n${lines.join("\n")}\n` : "";
  };
  const speed = (slow) => (slow === 1 ? "full speed" : `processor slowed ${slow} times`);
  return [
    head,
    ...details.map((detail) => table(`Download, ${detail}`, [DOWNLOAD], 1, detail)),
    ...slows.map((slow) => table(`First draw and click, ${speed(slow)}`, VISIT, slow, "110m") + blank(figures, slow)),
    ...slows.map((slow) => table(`Search: time of a key, ${speed(slow)}`, SEARCH, slow, "110m", searching)),
    ...slows.map((slow) => table(`Answers beside the map, ${speed(slow)}`, ANSWERS, slow, "110m", searching)),
    ...slows.flatMap((slow) => details.map((detail) => table(`Moving, ${detail}, ${speed(slow)}`, MOVES, slow, detail))),
  ].join("");
}

function heading(pages) {
  const names = pages.map((page) => PAGES[page].title);
  return `| | ${names.join(" | ")} | ours / best peer | bar | |\n| --- |${" ---: |".repeat(names.length + 1)} --- | --- |`;
}

function line(figures, row, pages, slow, detail) {
  const value = (page) => summary(figures, row.key, page, slow, detail)?.[row.share] * (row.scale ?? 1);
  const values = pages.map(value);
  if (values.every(Number.isNaN)) return undefined;
  const own = pages.includes(OWN) ? value(OWN) : NaN;
  const known = pages.filter((page) => page !== OWN).map(value).filter((it) => !Number.isNaN(it));
  const peer = known.length > 0 ? (row.less ? Math.min : Math.max)(...known) : NaN;
  const told = values.map((it) => (Number.isNaN(it) ? "" : it.toFixed(row.digits)));
  const ratio = peer > 0 && !Number.isNaN(own) ? (own / peer).toFixed(2) : "";
  const bar = row.bar(slow, detail);
  const judged = bar && !Number.isNaN(own) ? (bar.holds(own, peer) ? "met" : "**not met**") : "";
  return `| ${row.title} | ${told.join(" | ")} | ${ratio} | ${bar?.words ?? ""} | ${judged} |`;
}

function blank(figures, slow) {
  const nothing = summary(figures, "first", "blank", slow, "110m");
  return nothing ? `\nA blank page takes ${nothing.median.toFixed(1)} ms of the first draw.\n` : "";
}
