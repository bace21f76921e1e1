// d3-geo as SVG: panning and zooming change the transform of one group; strokes and dots keep their width by themselves.
import { geoEqualEarth, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { INK, WHEEL, answerDrawn, firstDrawn, lat, links, loadScene, lon, scale } from "./scene.js";

const PLANE = 1000;

const scene = await loadScene();
const projection = geoEqualEarth().scale(PLANE).translate([0, 0]);
const path = geoPath(projection).digits(2);
const svg = select("svg");
const world = svg.append("g").attr("fill", "none").attr("stroke-linejoin", "round");

shape({ type: "Sphere" }).attr("fill", INK.ocean);
shape(scene.land).attr("fill", INK.land);
shape(scene.borders).attr("stroke", INK.border).attr("stroke-width", 0.6);
const arcs = shape().attr("stroke", INK.arc).attr("stroke-width", 1.5);
dots(scene.regions, INK.region, "square");
const locations = dots(scene.locations, INK.location, "round");
const labels = world.append("g").attr("fill", INK.label).style("font-family", "sans-serif");
labels
  .selectAll("text")
  .data([...scene.regions, ...scene.locations])
  .join("text")
  .attr("x", (it) => projection(it.at)[0])
  .attr("y", (it) => projection(it.at)[1])
  .attr("dx", "0.5em")
  .attr("dy", "0.35em")
  .text((it) => it.name);

let k;
const zooming = zoom()
  .wheelDelta((event) => (-event.deltaY * WHEEL) / Math.LN2)
  .scaleExtent([0.1, 100])
  .on("zoom", ({ transform }) => {
    world.attr("transform", transform);
    if (k !== transform.k) labels.attr("font-size", 11 / transform.k);
    k = transform.k;
  });
const [x, y] = projection([lon, lat]);
const start = scale / PLANE;
svg
  .call(zooming)
  .call(zooming.transform, zoomIdentity.translate(innerWidth / 2 - x * start, innerHeight / 2 - y * start).scale(start));
locations.on("click", (_, location) => {
  show(location);
  requestAnimationFrame(answerDrawn);
});
if (scene.chosen) show(scene.chosen);
requestAnimationFrame(firstDrawn);

function shape(what) {
  return world.append("path").attr("d", what && path(what)).attr("vector-effect", "non-scaling-stroke").style("pointer-events", "none");
}

// A line of no length shows its caps only, as large as its stroke is wide.
function dots(places, color, cap) {
  return world
    .append("g")
    .attr("stroke", color)
    .attr("stroke-width", 6)
    .attr("stroke-linecap", cap)
    .selectAll("path")
    .data(places)
    .join("path")
    .attr("d", (it) => `M${projection(it.at)}h0`)
    .attr("vector-effect", "non-scaling-stroke");
}

function show(location) {
  arcs.attr("d", path({ type: "MultiLineString", coordinates: links(scene, location) }));
}
