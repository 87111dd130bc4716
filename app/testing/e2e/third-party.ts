import { createServer } from "node:http";
import { freePort } from "../db/mariadb";

/** A server of somebody else, which counts who asks it for what, and whose script stores what it can. */
export async function startThirdParty() {
  const port = await freePort();
  const asked: string[] = [];
  const script = `
    document.cookie = "_tide=1; path=/; max-age=9999";
    localStorage.setItem("_tide_id", "42");
    new Image().src = "http://127.0.0.1:${port}/pixel.gif";
    fetch("http://127.0.0.1:${port}/beacon", { mode: "no-cors" }).catch(() => {});
    document.documentElement.setAttribute("data-tide", String(window.tideStarted));`;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("content-type", "text/javascript");
    response.end(request.url?.startsWith("/count.js") ? script : "");
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
