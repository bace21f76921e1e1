// deck.gl: one layer a kind of thing, no base map.
import { Deck, MapView } from "@deck.gl/core";
import { ArcLayer, GeoJsonLayer, ScatterplotLayer, TextLayer } from "@deck.gl/layers";
import { INK, WHEEL, answerDrawn, firstDrawn, lat, links, loadScene, lon, mercatorScale, unwrappedCountries } from "./scene.js";

const scene = await loadScene();
const ink = Object.fromEntries(Object.entries(INK).map(([name, hex]) => [name, rgb(hex)]));
const world = [
  new GeoJsonLayer({
    id: "countries",
    data: unwrappedCountries(scene.countries),
    getFillColor: ink.land,
    getLineColor: ink.border,
    getLineWidth: 0.6,
    lineWidthUnits: "pixels",
  }),
];
const places = [
  dots("regions", scene.regions, ink.region, false),
  dots("locations", scene.locations, ink.location, true),
  new TextLayer({
    id: "labels",
    data: [...scene.regions, ...scene.locations],
    getPosition: (it) => it.at,
    getText: (it) => it.name,
    getColor: ink.label,
    getSize: 11,
    getPixelOffset: [6, 0],
    getTextAnchor: "start",
    characterSet: "auto",
  }),
];

let whenDrawn = firstDrawn;
const deck = new Deck({
  canvas: document.querySelector("canvas"),
  views: new MapView({ controller: { scrollZoom: { speed: 2 * WHEEL, smooth: false }, doubleClickZoom: false } }),
  initialViewState: { longitude: lon, latitude: lat, zoom: Math.log2((2 * Math.PI * mercatorScale) / 512) },
  pickingRadius: 6,
  layers: layers(scene.chosen),
  onClick: ({ object, layer }) => {
    if (layer?.id !== "locations" || !object) return;
    deck.setProps({ layers: layers(object) });
    whenDrawn = answerDrawn;
  },
  onAfterRender: () => {
    whenDrawn?.();
    whenDrawn = undefined;
  },
});

function layers(chosen) {
  const arcs = new ArcLayer({
    id: "arcs",
    data: chosen ? links(scene, chosen) : [],
    greatCircle: true,
    getHeight: 0,
    getSourcePosition: ([from]) => from,
    getTargetPosition: ([, to]) => to,
    getSourceColor: ink.arc,
    getTargetColor: ink.arc,
    getWidth: 1.5,
  });
  return [...world, arcs, ...places];
}

function dots(id, data, color, pickable) {
  return new ScatterplotLayer({
    id,
    data,
    pickable,
    getPosition: (it) => it.at,
    getFillColor: color,
    getRadius: 3,
    radiusUnits: "pixels",
  });
}

function rgb(hex) {
  return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
}
