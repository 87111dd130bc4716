import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../db/mariadb";
import { askOverTls, type ProxyAnswer } from "./ask-over-tls";

export interface Nginx {
  readonly httpPort: number;
  readonly httpsPort: number;
  get(host: string, url: string, headers?: Record<string, string>): Promise<ProxyAnswer>;
  stop(): Promise<void>;
}

const file = fileURLToPath(new URL("../../../docs/proxy/nginx.conf", import.meta.url));

/** A certificate of its own in place of the one that `kept` names. */
function makeCertificate(folder: string, name: string): string {
  const [key, certificate] = [path.join(folder, `${name}.key`), path.join(folder, `${name}.pem`)];
  const made = spawnSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test"],
      ...["-addext", `subjectAltName=DNS:${name}`, "-keyout", key, "-out", certificate],
    ],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
  return certificate;
}

/** The file of the documentation, with ports, names and certificates of its own and nothing else changed. */
function fileWith(folder: string, options: { upstream: string; http: number; https: number }): string {
  const app = makeCertificate(folder, "app.foyer.example");
  const pages = makeCertificate(folder, "*.pages.example.net");
  return readFileSync(file, "utf8")
    .replace("127.0.0.1:3000", options.upstream)
    .replace(/listen \[::\].*\n/g, "\n")
    .replace(/listen 80 /g, `listen 127.0.0.1:${options.http} `)
    .replace(/listen 443 /g, `listen 127.0.0.1:${options.https} `)
    .replace(/\S*live\/app\.example\.com\/fullchain\.pem/, app)
    .replace(/\S*live\/app\.example\.com\/privkey\.pem/, app.replace(".pem", ".key"))
    .replace(/\S*live\/pages\.example\.net\/fullchain\.pem/, pages)
    .replace(/\S*live\/pages\.example\.net\/privkey\.pem/, pages.replace(".pem", ".key"))
    .replaceAll("app.example.com", "app.foyer.example");
}

export async function runNginx({ upstream }: { upstream: string }): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-nginx-"));
  const [https, http] = [await freePort(), await freePort()];
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(path.join(folder, "foyer.conf"), fileWith(folder, { upstream, http, https }));
  const around = path.join(folder, "nginx.conf");
  writeFileSync(
    around,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  access_log off;
  include ${folder}/foyer.conf;
}
`,
  );
  const child = spawn("nginx", ["-c", around, "-e", path.join(folder, "error.log")], {
    stdio: "ignore",
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  for (let attempt = 0; ; attempt += 1) {
    const isUp = await askOverTls(https, "app.foyer.example", "/").then(
      () => true,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null || attempt > 100)
      throw new Error(`nginx did not come up: ${readFileSync(path.join(folder, "error.log"), "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    httpPort: http,
    httpsPort: https,
    get: (host, url, headers) => askOverTls(https, host, url, headers),
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
