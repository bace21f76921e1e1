// The package in Node: ready as soon as it is imported.
export { ReachMap } from "./pkg/node/expressroute_js.js";
