// What every peer's page draws, and where: the scene comes from the files beside the page, the view from its address.
import { feature, mesh } from "topojson-client";

const asked = new URLSearchParams(location.search);

/** Degrees of the view's middle, and CSS pixels for a radius of the sphere on the Equal Earth plane. */
export const [lat, lon, scale] = (asked.get("view") ?? "0,0,263").split(",").map(Number);

/** The scale of a Mercator map on which the world is as wide: pixels for a radian of longitude. */
export const mercatorScale = (scale * 5.4126) / (2 * Math.PI);

/** How much a pixel of the wheel zooms, as a power of e: the same on every page. */
export const WHEEL = 0.0018;

export const INK = {
  ocean: "#0e1a25",
  land: "#223544",
  border: "#4a6274",
  location: "#e8eef2",
  region: "#7e95a9",
  label: "#c3ced7",
  arc: "#3da7fc",
};

const LINKS = 60;
const STEPS = 64;

/** The scene, once its files are there. */
export async function loadScene() {
  const detail = document.documentElement.dataset.detail;
  const [world, places] = await Promise.all([fetched(`world-${detail}.json`), fetched("places.json")]);
  return {
    land: feature(world, world.objects.land),
    borders: mesh(world, world.objects.countries, (a, b) => a !== b),
    get countries() {
      return feature(world, world.objects.countries);
    },
    ...places,
    // The location whose arcs are on the map from the start, if any.
    chosen: places.locations.find((it) => it.id === asked.get("at")),
  };
}

async function fetched(name) {
  return (await fetch(name)).json();
}

/** The ends of the arcs from a location: pairs of longitude and latitude. */
export function links(scene, location) {
  return scene.regions.slice(0, LINKS).map((region) => [location.at, region.at]);
}

/** The arcs from a location as lines of small steps. They run on past 180 degrees. */
export function arcs(scene, location) {
  return links(scene, location).map(([from, to]) => unwrapped(greatCircle(from, to)));
}

/** Polygons that run on past 180 degrees, and around a pole along the map's edge, for maps that do not cut them. */
export function unwrappedCountries(countries) {
  const ring = (points) => {
    const line = unwrapped(points);
    const [first, last] = [line[0], line[line.length - 1]];
    if (Math.abs(first[0] - last[0]) < 180) return line;
    const pole = first[1] < 0 ? -85 : 85;
    return [...line, [last[0], pole], [first[0], pole], first];
  };
  const geometry = ({ type, coordinates }) => ({
    type,
    coordinates: type === "Polygon" ? coordinates.map(ring) : coordinates.map((polygon) => polygon.map(ring)),
  });
  return { ...countries, features: countries.features.map((it) => ({ ...it, geometry: geometry(it.geometry) })) };
}

function unwrapped(points) {
  let turn = 0;
  return points.map(([x, y], index) => {
    const step = index ? x - points[index - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [x + turn, y];
  });
}

function greatCircle(from, to) {
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (angle < 1e-6) return [from, to];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = step / STEPS;
    const [p, q] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = a.map((it, axis) => it * p + b[axis] * q);
    return [Math.atan2(y, x), Math.atan2(z, Math.hypot(x, y))].map((it) => (it * 180) / Math.PI);
  });
}

function vector([longitude, latitude]) {
  const [x, y] = [longitude, latitude].map((it) => (it * Math.PI) / 180);
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

/** Marks for whoever measures: called in the animation frame that shows it. */
export const firstDrawn = () => performance.mark("first-draw");
export const answerDrawn = () => performance.mark("answer-drawn");
