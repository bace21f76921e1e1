// The package in a browser: the wasm beside the script is loaded before the import is done.
import init, { ReachMap } from "./pkg/web/expressroute_js.js";

await init();
export { ReachMap };
