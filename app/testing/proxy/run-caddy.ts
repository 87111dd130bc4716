import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface ProxyAnswer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  /** Who the certificate is for and who signed it. */
  certificate: { names: string; issuer: string };
}

export interface Caddy {
  /** Over TLS with the host as its name; refused when no certificate is given. */
  get(host: string, url: string, headers?: Record<string, string>): Promise<ProxyAnswer>;
  stop(): Promise<void>;
}

const file = fileURLToPath(new URL("../../../docs/proxy/Caddyfile", import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function ask(port: number, host: string, url: string, headers: Record<string, string>): Promise<ProxyAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: "127.0.0.1", port, servername: host, path: url, agent: false, timeout: 5000 },
        headers: { host, ...headers },
        // Its own authority is known to nobody.
        rejectUnauthorized: false,
      },
      (answer) => {
        let body = "";
        const socket = answer.socket as import("node:tls").TLSSocket;
        const { subjectaltname, issuer } = socket.getPeerCertificate();
        answer.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        answer.on("end", () =>
          resolve({
            ...{ status: answer.statusCode ?? 0, body, headers: answer.headers },
            certificate: { names: subjectaltname ?? "", issuer: String(issuer?.CN ?? "") },
          }),
        );
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", reject).end();
  });
}

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
    get: (host, url, headers = {}) => ask(https, host, url, headers),
    async stop() {
      child.removeAllListeners("exit");
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
