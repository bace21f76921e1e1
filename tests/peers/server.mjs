// A static server on this machine, with a record of what was asked for.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** Serves each folder of `folders` under its name; `asked` holds the files sent so far. */
export async function serve(folders) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const [, name, ...rest] = decodeURIComponent(new URL(request.url, "http://local").pathname).split("/");
    const inside = normalize(`/${rest.join("/") || "index.html"}`);
    const file = folders[name] && join(folders[name], inside);
    const found = file && (await stat(file).catch(() => undefined));
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    asked.push(file);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": found.size, "cache-control": "no-cache" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, close: () => server.close() };
}
