// d3-geo on a canvas: the shapes are projected once, into paths that every frame draws under another transform.
import { geoEqualEarth, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { INK, WHEEL, answerDrawn, firstDrawn, lat, links, loadScene, lon, scale } from "./scene.js";

const PLANE = 1000;
const REACH_PX = 12;

const scene = await loadScene();
const canvas = document.querySelector("canvas");
const context = canvas.getContext("2d", { alpha: false });
const [width, height] = [innerWidth, innerHeight];
[canvas.width, canvas.height] = [width * devicePixelRatio, height * devicePixelRatio];

const projection = geoEqualEarth().scale(PLANE).translate([0, 0]);
const sphere = pathOf({ type: "Sphere" });
const land = pathOf(scene.land);
const borders = pathOf(scene.borders);
const places = [
  ...scene.regions.map((it) => ({ ...it, point: projection(it.at), region: true })),
  ...scene.locations.map((it) => ({ ...it, point: projection(it.at), region: false })),
];
let arcs = scene.chosen && arcsFrom(scene.chosen);
let view = zoomIdentity;
let asked = false;
let whenDrawn = firstDrawn;

const zooming = zoom()
  .wheelDelta((event) => (-event.deltaY * WHEEL) / Math.LN2)
  .scaleExtent([0.1, 100])
  .on("zoom", ({ transform }) => {
    view = transform;
    ask();
  });
const [x, y] = projection([lon, lat]);
const k = scale / PLANE;
select(canvas)
  .call(zooming)
  .call(zooming.transform, zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k))
  .on("click", (event) => {
    const found = locationAt(event.clientX, event.clientY);
    if (!found) return;
    arcs = arcsFrom(found);
    whenDrawn = answerDrawn;
    ask();
  });

function ask() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}

function pathOf(shape) {
  const path = new Path2D();
  geoPath(projection, path)(shape);
  return path;
}

function arcsFrom(location) {
  return pathOf({ type: "MultiLineString", coordinates: links(scene, location) });
}

function locationAt(px, py) {
  let [nearest, best] = [undefined, REACH_PX];
  for (const place of places) {
    const [at, down] = view.apply(place.point);
    const distance = Math.hypot(at - px, down - py);
    if (!place.region && distance < best) [nearest, best] = [place, distance];
  }
  return nearest;
}

function draw() {
  asked = false;
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = "#000";
  context.fillRect(0, 0, width, height);
  context.setTransform(view.k * ratio, 0, 0, view.k * ratio, view.x * ratio, view.y * ratio);
  context.fillStyle = INK.ocean;
  context.fill(sphere);
  context.fillStyle = INK.land;
  context.fill(land);
  stroke(borders, INK.border, 0.6);
  if (arcs) stroke(arcs, INK.arc, 1.5);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawPlaces();
  whenDrawn?.();
  whenDrawn = undefined;
}

function stroke(path, color, pixels) {
  context.strokeStyle = color;
  context.lineWidth = pixels / view.k;
  context.stroke(path);
}

function drawPlaces() {
  const shown = places.map((place) => ({ place, at: view.apply(place.point) }));
  const inView = shown.filter(({ at: [px, py] }) => px > -200 && px < width + 10 && py > -10 && py < height + 10);
  for (const isRegion of [true, false]) {
    context.fillStyle = isRegion ? INK.region : INK.location;
    context.beginPath();
    for (const { at: [px, py] } of inView.filter(({ place }) => place.region === isRegion)) {
      if (isRegion) context.rect(px - 3, py - 3, 6, 6);
      else context.moveTo(px + 3, py), context.arc(px, py, 3, 0, 2 * Math.PI);
    }
    context.fill();
  }
  context.fillStyle = INK.label;
  context.font = "11px sans-serif";
  context.textBaseline = "middle";
  for (const { place, at: [px, py] } of inView) context.fillText(place.name, px + 6, py);
}
