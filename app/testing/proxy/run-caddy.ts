import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../db/mariadb";
import { askOverTls, type ProxyAnswer } from "./ask-over-tls";

export interface Caddy {
  /** Over TLS with the host as its name; refused when no certificate is given. */
  get(host: string, url: string, headers?: Record<string, string>): Promise<ProxyAnswer>;
  stop(): Promise<void>;
}

const file = fileURLToPath(new URL("../../../docs/proxy/Caddyfile", import.meta.url));

/** The Caddyfile of the documentation as it is, with ports of its own and an authority of its own. */
export async function runCaddy(options: { upstream: string; appHost: string }): Promise<Caddy> {
  const home = mkdtempSync(path.join(tmpdir(), "foyer-caddy-"));
  const [https, http] = [await freePort(), await freePort()];
  const global = [
    "admin off",
    "local_certs",
    "skip_install_trust",
    `https_port ${https}`,
    `http_port ${http}`,
    "default_bind 127.0.0.1",
  ];
  const child = spawn("caddy", ["run", "--config", file, "--adapter", "caddyfile"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      ...{ HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
      FOYER_CADDY_OPTIONS: global.join("\n"),
      FOYER_UPSTREAM: options.upstream,
      FOYER_APP_HOST: options.appHost,
    },
  });
  let said = "";
  await new Promise<void>((ready, fail) => {
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      said = (said + part).slice(-20_000);
      if (said.includes("serving initial configuration")) ready();
    });
    child.on("error", fail);
    child.on("exit", () => fail(new Error(`caddy ended: ${said.slice(-2000)}`)));
  });
  return {
    get: (host, url, headers = {}) => askOverTls(https, host, url, headers),
    async stop() {
      child.removeAllListeners("exit");
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
