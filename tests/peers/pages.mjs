// The pages that are measured, and how each says where it stands.
import { geoEqualEarth, geoMercator } from "d3-geo";
import { VIEWPORT } from "./browser.mjs";

const MARKS = { first: "first-draw", answer: "answer-drawn" };
const peer = (title, projection) => ({ title, projection, marks: MARKS, map: "canvas, svg, #map" });

/** Every page by its short name; ours first. */
export const PAGES = {
  atlas: {
    title: "ExpressRoute Atlas",
    projection: geoEqualEarth,
    marks: { first: "atlas-first-draw", answer: "atlas-answer-drawn" },
    map: ".map",
    hasSearch: true,
  },
  "d3-canvas": peer("d3-geo, canvas", geoEqualEarth),
  "d3-svg": peer("d3-geo, SVG", geoEqualEarth),
  leaflet: peer("Leaflet", geoMercator),
  maplibre: peer("MapLibre GL", geoMercator),
  deck: peer("deck.gl", geoMercator),
  blank: { ...peer("blank page"), isBlank: true },
};

/** Middle and scale of the views, in the words of our address: the world, and near enough for the finer shapes. */
export const VIEWS = { "110m": "30,10,420", "50m": "48,10,2000" };

/** A view with two locations that stand alone, to click on in turn. */
export const CLICKS = {
  view: "-8,85,420",
  places: ["bangkok", "perth"],
};

/** The address of a page: with shapes of this detail, a view, and the arcs of a location. */
export function address(origin, name, { detail, view, at }) {
  const words = [view && `view=${view}`, at && `at=${at}`].filter(Boolean);
  if (name === "atlas") return `${origin}/atlas/#${[...words, ...(at ? ["sku=premium"] : [])].join("&")}`;
  return `${origin}/${name}/${detail}.html?${words.join("&")}`;
}

/** Where a point of the sphere is on the screen of a page that shows `view`. */
export async function placeOn(tab, name, view, at) {
  const { projection, map } = PAGES[name];
  const [lat, lon, scale] = view.split(",").map(Number);
  const rectangle = await tab.page.$eval(map, (it) => it.getBoundingClientRect().toJSON());
  const { x, y, width, height } = { ...VIEWPORT, ...rectangle };
  // On every page the world is as wide.
  const pixels = projection === geoMercator ? (scale * 5.4126) / (2 * Math.PI) : scale;
  const plane = projection().scale(pixels).translate([0, 0]);
  const [middle, place] = [plane([lon, lat]), plane(at)];
  return { x: Math.round(x + width / 2 + place[0] - middle[0]), y: Math.round(y + height / 2 + place[1] - middle[1]) };
}
