// Leaflet: shapes and dots on its canvas renderer, labels as permanent tooltips.
import L from "leaflet";
import { INK, WHEEL, answerDrawn, arcs, firstDrawn, lat, loadScene, lon, mercatorScale, unwrappedCountries } from "./scene.js";

const scene = await loadScene();
const map = L.map("map", {
  center: [lat, lon],
  zoom: Math.log2((2 * Math.PI * mercatorScale) / 256),
  zoomSnap: 0,
  wheelPxPerZoomLevel: 1 / (2 * WHEEL),
  preferCanvas: true,
  // Half a screen more on each side, so that a drag shows no edge.
  renderer: L.canvas({ padding: 0.5 }),
  attributionControl: false,
  zoomControl: false,
});

L.geoJSON(unwrappedCountries(scene.countries), {
  interactive: false,
  style: { color: INK.border, weight: 0.6, fillColor: INK.land, fillOpacity: 1 },
}).addTo(map);
const lines = L.layerGroup().addTo(map);
for (const region of scene.regions) dot(region, INK.region);
for (const location of scene.locations) {
  dot(location, INK.location).on("click", () => {
    show(location);
    requestAnimationFrame(() => answerDrawn());
  });
}
if (scene.chosen) show(scene.chosen);
requestAnimationFrame(firstDrawn);

function dot({ name, at: [x, y] }, color) {
  return L.circleMarker([y, x], { radius: 3, stroke: false, fillColor: color, fillOpacity: 1 })
    .bindTooltip(name, { permanent: true, direction: "right", offset: [4, 0], className: "label" })
    .addTo(map);
}

function show(location) {
  const points = arcs(scene, location).map((line) => line.map(([x, y]) => [y, x]));
  lines.clearLayers();
  L.polyline(points, { color: INK.arc, weight: 1.5, interactive: false }).addTo(lines);
}
