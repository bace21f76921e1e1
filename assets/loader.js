// Starts the app. tools/finish-dist.mjs bundles this file with the generated glue and fills in the wasm's name.
import start from "atlas-app";

try {
  await start({ module_or_path: new URL(ATLAS_WASM, import.meta.url) });
} catch (error) {
  const message = document.getElementById("start-error");
  if (message) message.hidden = false;
  throw error;
}
