export * from "./pkg/node/expressroute_js.js";
