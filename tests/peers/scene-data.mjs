// The places of the scene, from the project's own tables.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** All locations and regions of the public cloud: id, name, longitude and latitude. Live regions come first. */
export async function places(tables) {
  const read = async (name) => rows(await readFile(join(tables, name), "utf8"));
  const [locations, regions] = await Promise.all([read("peering_locations.csv"), read("regions.csv")]);
  const inPublicCloud = (row) => row.cloud === "public";
  const place = ({ id, name, longitude, latitude }) => ({ id, name, at: [Number(longitude), Number(latitude)] });
  const isLive = (row) => row.status === "live";
  const known = regions.filter(inPublicCloud);
  return {
    locations: locations.filter(inPublicCloud).map(place),
    regions: [...known.filter(isLive), ...known.filter((row) => !isLive(row))].map(place),
  };
}

/** CSV text as objects by the names in its first line. */
function rows(text) {
  const [head, ...lines] = text.split("\n").filter(Boolean).map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index]])));
}

/** One line's cells; those in quotation marks may hold commas, and quotation marks as two. */
function cells(line) {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return Array.from(found, ([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}
