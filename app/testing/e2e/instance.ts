import { get } from "node:http";
import type { ParsedMail } from "mailparser";
import type { Page } from "playwright-core";
import { type ServerOptions, type ServerProcess, startServerProcess } from "../process/server-process";
import { type SmtpSink, startSmtpSink } from "../smtp/smtp-sink";

export interface MailedInstance {
  server: ServerProcess;
  sink: SmtpSink;
  /** The one-time link that makes the first operator, as the start prints it. */
  setupLink: string;
  close(): Promise<void>;
}

/** The built product with a real SMTP server behind it. */
export async function startMailedInstance(
  env: Record<string, string> = {},
  options: ServerOptions = {},
): Promise<MailedInstance> {
  const sink = await startSmtpSink();
  const server = await startServerProcess(
    { SMTP_URL: sink.url, SENDER_VERIFICATION: "off", ...env },
    options,
  );
  return {
    server,
    sink,
    setupLink: /https?:\/\/\S+\/setup\/\S+/.exec(server.output())?.[0] ?? "",
    async close() {
      await server.remove();
      await sink.close();
    },
  };
}

/** Waits for something that happens soon; fails with the name of what did not. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen in ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface Letter extends ParsedMail {
  raw: string;
}

/** The newest message to an address whose subject holds these words. */
export async function letterTo(sink: SmtpSink, address: string, subject: string): Promise<Letter> {
  return until(`A letter “${subject}” to ${address}`, async () => {
    for (const message of sink.messages.toReversed()) {
      if (!message.to.includes(address)) continue;
      const parsed = await sink.parse(message);
      if (parsed.subject?.includes(subject)) return { ...parsed, raw: message.raw };
    }
    return undefined;
  });
}

export function linkIn(letter: ParsedMail, part: string): string {
  const all = [...(letter.text ?? "").matchAll(/https?:\/\/[^\s<>")\]]+/g)].map(([url]) => url);
  const found = all.find((url) => url.includes(part));
  if (!found) throw new Error(`“${letter.subject}” has no link with ${part}: ${all.join(" ")}`);
  return found;
}

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Signs up, opens the confirmation from the mailbox, and is signed in. */
export async function signUp(page: Page, { server, sink }: MailedInstance, person: Person): Promise<void> {
  await page.goto(`${server.origin}/sign-up`);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("heading", { name: "Look in your mailbox" }).waitFor();
  await page.goto(linkIn(await letterTo(sink, person.email, "Confirm your address"), "/confirm-email/"));
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await page.waitForURL("**/workspaces**");
}

export async function makeWorkspace(page: Page, origin: string, name: string, slug: string): Promise<void> {
  await page.goto(`${origin}/workspaces/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Address of its pages").fill(slug);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.waitForURL(`**/w/${slug}`);
}

export async function sayWhoHoldsData(page: Page, origin: string, slug: string): Promise<void> {
  await page.goto(`${origin}/w/${slug}/settings/privacy`);
  await page.getByLabel("Who holds the data").fill("Harbour Books Ltd");
  await page.getByLabel("E-mail address for questions about data").fill("privacy@harbour.example");
  await page.getByLabel("Postal address").fill("8 Harbour Row\nBristol BS1 5TY");
  await page.getByLabel("Purposes").fill("Answer your request\nSend you our letter, if you agree");
  await page.getByRole("button", { name: "Save the notice" }).click();
  await page.getByText("Pages carry the new notice").waitFor();
}

/** Status of a hosted page; names below localhost are known to browsers only. */
export function statusOf(url: string): Promise<number> {
  const { port, host, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: pathname, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on("error", reject);
  });
}
