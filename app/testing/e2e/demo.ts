import type { Page } from "playwright-core";
import { type MailedInstance, startMailedInstance } from "./instance";

export interface DemoInstance extends MailedInstance {
  demo: { email: string; password: string };
  /** Asks the API of the demo workspace; fails with the answer when it is not a good one. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** The built product as its first start leaves it, with a real SMTP server behind it. */
export async function startDemoInstance(): Promise<DemoInstance> {
  const instance = await startMailedInstance({ FOYER_DEMO: "1" });
  const { server } = instance;
  const [, email = "", password = ""] = /as (\S+@\S+) with (\S+)/.exec(server.output()) ?? [];
  const made = server.foyer("token", "create", "--workspace", "demo", "--scopes", "all");
  const token = made.stdout.trim();
  if (!token) throw new Error(`No token was made: ${made.stderr}`);
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
