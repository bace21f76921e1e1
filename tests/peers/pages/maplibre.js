// MapLibre GL: GeoJSON sources only, no tiles; letters are drawn by the browser, as no font is named.
import { Map, setWorkerUrl } from "maplibre-gl";
import { INK, WHEEL, answerDrawn, arcs, firstDrawn, lat, loadScene, lon, mercatorScale, unwrappedCountries } from "./scene.js";

setWorkerUrl(new URL("worker.js", location.href).href);
const scene = await loadScene();
const map = new Map({
  container: "map",
  center: [lon, lat],
  zoom: Math.log2((2 * Math.PI * mercatorScale) / 512),
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {
      countries: source(unwrappedCountries(scene.countries)),
      arcs: source(lines(scene.chosen)),
      regions: source(points(scene.regions)),
      locations: source(points(scene.locations)),
    },
    layers: [
      { id: "ocean", type: "background", paint: { "background-color": INK.ocean } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": INK.land } },
      { id: "borders", type: "line", source: "countries", paint: { "line-color": INK.border, "line-width": 0.6 } },
      { id: "arcs", type: "line", source: "arcs", paint: { "line-color": INK.arc, "line-width": 1.5 } },
      ...["regions", "locations"].flatMap((name) => [dots(name), labels(name)]),
    ],
  },
});
// A gentle wheel and a quick one zoom alike, as on the other pages; the library halves the rate in its curve.
map.scrollZoom.setZoomRate(2 * WHEEL);
map.scrollZoom.setWheelZoomRate(2 * WHEEL);

let awaited = false;
map.once("idle", firstDrawn);
map.on("click", "locations", ({ features: [found] }) => {
  map.getSource("arcs").setData(lines(scene.locations.find((it) => it.id === found.properties.id)));
  awaited = false;
  map.once("sourcedata", () => (awaited = true));
});
map.on("render", () => {
  if (!awaited || !map.isSourceLoaded("arcs")) return;
  awaited = false;
  answerDrawn();
});

function source(data) {
  return { type: "geojson", data };
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

function points(places) {
  const point = ({ id, name, at }) => ({ type: "Feature", properties: { id, name }, geometry: { type: "Point", coordinates: at } });
  return collection(places.map(point));
}

function lines(location) {
  if (!location) return collection([]);
  return collection([{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: arcs(scene, location) } }]);
}

function dots(name) {
  const color = name === "regions" ? INK.region : INK.location;
  return { id: name, type: "circle", source: name, paint: { "circle-radius": 3, "circle-color": color } };
}

function labels(name) {
  return {
    id: `${name}-labels`,
    type: "symbol",
    source: name,
    layout: {
      "text-field": ["get", "name"],
      "text-size": 11,
      "text-anchor": "left",
      "text-offset": [0.5, 0],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    paint: { "text-color": INK.label },
  };
}
