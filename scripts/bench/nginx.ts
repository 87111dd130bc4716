import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../app/testing/db/mariadb";

export interface Nginx {
  origin: string;
  stop(): Promise<void>;
}

export interface StaticPage {
  bytes: Buffer;
  /** Sent with it, so that both servers send the same. */
  headers: Record<string, string>;
}

const quoted = (value: string) => `"${value.replace(/["\\$]/g, "")}"`;

/** One worker on a free port: `/` is the page as a file, `/beacon` an empty GIF. */
export async function startNginx(page: StaticPage): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-nginx-"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  mkdirSync(path.join(folder, "www"));
  writeFileSync(path.join(folder, "www/index.html"), page.bytes);
  const headers = Object.entries(page.headers).map(([name, value]) => `add_header ${name} ${quoted(value)};`);
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; keepalive_timeout 75s;
  default_type "text/html; charset=utf-8"; open_file_cache max=10; server_tokens off;
  server { listen 127.0.0.1:${port}; root ${folder}/www; etag on;
    location = / { try_files /index.html =404; ${headers.join(" ")} }
    location = /beacon { empty_gif; } } }
`,
  );
  const child = spawn(
    "nginx",
    ["-c", path.join(folder, "nginx.conf"), "-e", path.join(folder, "error.log")],
    {
      stdio: "ignore",
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    },
  );
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const up = await fetch(`${origin}/beacon`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    if (child.exitCode !== null || attempt > 100) throw new Error("nginx did not come up");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    async stop() {
      child.kill("SIGQUIT");
      await new Promise((resolve) => child.once("exit", resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
