import { cpSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { startServerProcess } from "../process/server-process";
import { type MailedInstance, startMailedInstance } from "./instance";

export interface DemoInstance extends MailedInstance {
  demo: { email: string; password: string };
  /** Asks the API of the demo workspace; fails with the answer when it is not a good one. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

interface FirstStart {
  folder: string;
  token: string;
}

let firstStart: Promise<FirstStart> | undefined;

/** What a first start with the demo leaves behind, and a key of its workspace: made once for all files of a worker. */
async function makeFirstStart(): Promise<FirstStart> {
  const server = await startServerProcess({ FOYER_DEMO: "1" });
  try {
    const { stdout, stderr } = server.foyer("token", "create", "--workspace", "demo", "--scopes", "all");
    const token = stdout.trim();
    if (!token) throw new Error(`No token was made: ${stderr}`);
    await server.stop();
    // Goes with the run's templates.
    const folder = path.join(path.dirname(inject("embeddedTemplate")), "demo");
    cpSync(server.folder, folder, { recursive: true });
    return { folder, token };
  } finally {
    await server.remove();
  }
}

/** The built product as its first start leaves it, with a real SMTP server behind it. */
export async function startDemoInstance(): Promise<DemoInstance> {
  firstStart ??= makeFirstStart();
  const { folder, token } = await firstStart;
  const instance = await startMailedInstance({ FOYER_DEMO: "1" }, { dataLike: folder });
  const { server } = instance;
  const [, email = "", password = ""] = /as (\S+@\S+) with (\S+)/.exec(server.output()) ?? [];
  return {
    ...instance,
    demo: { email, password },
    async call(method, path, body) {
      const answer = await fetch(`${server.origin}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (answer.status === 204 ? undefined : await answer.json()) as never;
    },
  };
}

export async function signIn(
  page: Page,
  origin: string,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(accept-policies|workspaces|w\/)/);
  if (!page.url().includes("/accept-policies")) return;
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /accept/i }).click();
  await page.waitForURL(/\/(workspaces|w\/)/);
}
