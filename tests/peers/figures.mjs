// Figures of many visits, by row, page, detail and throttle; kept in a file so that a later run can add to them.
import { readFile, writeFile } from "node:fs/promises";

/** The figures kept in a file; none when there is no such file. */
export async function readFigures(file) {
  const text = await readFile(file, "utf8").catch(() => "[]");
  return new Map(JSON.parse(text));
}

export const writeFigures = (file, figures) => writeFile(file, JSON.stringify([...figures]));

const keyOf = (row, page, slow, detail) => [row, page, slow, detail].join(" ");

/** Adds one figure. */
export function add(figures, row, page, slow, detail, value) {
  const key = keyOf(row, page, slow, detail);
  figures.set(key, [...(figures.get(key) ?? []), value]);
}

/** The middle figure and the one that 95 of 100 do not exceed; none without figures. */
export function summary(figures, row, page, slow, detail) {
  const known = (figures.get(keyOf(row, page, slow, detail)) ?? []).filter((it) => it !== null && it !== undefined);
  if (known.length === 0) return undefined;
  const sorted = known.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  return { median: at(0.5), p95: at(0.95), most: sorted[sorted.length - 1], count: sorted.length };
}
