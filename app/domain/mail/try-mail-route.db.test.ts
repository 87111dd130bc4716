import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { useTestInstance } from "~/testing/db/test-deps";
import { startSmtpSink } from "~/testing/smtp/smtp-sink";
import { openUnrulyRelay } from "~/testing/smtp/unruly-relay";
import { createTransport } from "./create-transport.server";
import { deliverMail } from "./deliver-mail.server";
import { describeMailRoute } from "./describe-mail-route.server";
import { listFailedMail } from "./list-failed-mail.server";
import { queueTransactionalMail } from "./queue-transactional-mail.server";
import { listSystemOutbox } from "./system-outbox.server";
import { checkMailRoute, sendTestMail } from "./try-mail-route.server";

const instance = useTestInstance();
const opened: { close(): unknown }[] = [];
afterAll(async () => {
  for (const each of opened) await each.close();
});
const staff = { kind: "staff", accountId: "01ARZ3NDEKTSV4RRFFQ69G5FAV" } as const;

/** The instance as it would run with these settings. */
function withSettings(env: Record<string, string>) {
  const { deps } = instance();
  const config = readConfig({ FOYER_DATA: deps.config.data.folder, FOYER_DEMO: "0", ...env }, ".");
  return { ...deps, config, transport: createTransport({ ...deps, config }) };
}

async function startSendgrid(answers: Record<string, [number, object]>) {
  const server = createServer((request, reply) => {
    request.resume();
    const [status, body] = answers[request.url ?? ""] ?? [404, {}];
    reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push({ close: () => server.close() });
  const { port } = server.address() as AddressInfo;
  return { SENDGRID_API_KEY: "SG.a-secret-key", SENDGRID_API_BASE: `http://127.0.0.1:${port}` };
}

describe("what an operator sees of the way out", () => {
  it("is host, port, encryption and sender, and never a secret", () => {
    const route = describeMailRoute(
      readConfig(
        {
          SMTP_URL: "smtp://the-user:the-pass@mail.example.org",
          APP_ORIGIN: "https://app.example.org",
          PAGES_DOMAIN: "pages.example.net",
        },
        ".",
      ),
    );
    expect(route).toMatchObject({ via: "smtp", host: "mail.example.org", port: 587, security: "starttls" });
    expect(route).toMatchObject({ signsIn: true, sender: "Foyer <no-reply@app.example.org>" });
    expect(JSON.stringify(route)).not.toMatch(/the-user|the-pass/);
    const tls = describeMailRoute(readConfig({ SMTP_URL: "smtps://mail.example.org" }, "."));
    expect(tls).toMatchObject({ port: 465, security: "tls", signsIn: false });
    const sendgrid = describeMailRoute(readConfig({ SENDGRID_API_KEY: "SG.a-secret-key" }, "."));
    expect(sendgrid).toMatchObject({ via: "sendgrid", host: "api.sendgrid.com", port: 443, security: "tls" });
    expect(JSON.stringify(sendgrid)).not.toContain("SG.a-secret");
  });

  it("says that mail reaches nobody on a public address without a way out", () => {
    const settings = { APP_ORIGIN: "https://app.example.org", PAGES_DOMAIN: "pages.example.net" };
    expect(describeMailRoute(readConfig(settings, "."))).toMatchObject({
      via: "outbox",
      reachesPeople: false,
    });
  });
});

describe("trying how mail leaves", () => {
  it("sends one message to a relay that works, with what the relay answered", async () => {
    const sink = await startSmtpSink();
    opened.push(sink);
    const deps = withSettings({ SMTP_URL: sink.url });
    expect(await checkMailRoute(deps, staff)).toMatchObject({ ok: true });
    expect(sink.messages).toHaveLength(0);
    const sent = await sendTestMail(deps, staff, { to: "op@example.org" });
    expect(sent).toMatchObject({ ok: true, said: expect.stringContaining("250") });
    expect(sink.messages.map(({ to }) => to)).toEqual([["op@example.org"]]);
  });

  it("says what to do when nothing listens, and when a server speaks another way", async () => {
    const relay = await openUnrulyRelay();
    opened.push(relay);
    const { port } = new URL(relay.url);
    const wrong = withSettings({ SMTP_URL: `smtps://127.0.0.1:${port}` });
    expect(await checkMailRoute(wrong, staff)).toMatchObject({
      ok: false,
      remedy: expect.stringContaining("smtp:// instead of smtps://"),
    });
    const gone = await openUnrulyRelay();
    await gone.close();
    expect(await checkMailRoute(withSettings({ SMTP_URL: gone.url }), staff)).toMatchObject({
      ok: false,
      what: expect.stringContaining("Nothing takes connections"),
    });
  });

  it("tells refusals of the recipient from a connection that broke midway", async () => {
    const refusing = await openUnrulyRelay({ recipient: () => 550 });
    const breaking = await openUnrulyRelay({ hangUpAfterData: true });
    opened.push(refusing, breaking);
    const to = "op@example.org";
    expect(await sendTestMail(withSettings({ SMTP_URL: refusing.url }), staff, { to })).toMatchObject({
      ok: false,
      what: "The mail server refused the recipient.",
      said: expect.stringContaining("refused by the test"),
    });
    expect(await sendTestMail(withSettings({ SMTP_URL: breaking.url }), staff, { to })).toMatchObject({
      ok: false,
      what: expect.stringContaining("may or may not arrive"),
    });
  });

  it("asks SendGrid whether the key is known and may send", async () => {
    const good = await startSendgrid({ "/v3/scopes": [200, { scopes: ["mail.send"] }] });
    expect(await checkMailRoute(withSettings(good), staff)).toMatchObject({ ok: true });
    const weak = await startSendgrid({ "/v3/scopes": [200, { scopes: ["stats.read"] }] });
    expect(await checkMailRoute(withSettings(weak), staff)).toMatchObject({
      ok: false,
      remedy: expect.stringContaining("Mail Send"),
    });
    const unknown = await startSendgrid({ "/v3/scopes": [401, { errors: [{ message: "no" }] }] });
    expect(await checkMailRoute(withSettings(unknown), staff)).toMatchObject({
      ok: false,
      what: "SendGrid does not know the key.",
    });
  });

  it("keeps the test message in the built-in outbox, where only the operator reads it", async () => {
    const deps = withSettings({});
    expect(await checkMailRoute(deps, staff)).toMatchObject({ ok: true });
    expect(await sendTestMail(deps, staff, { to: "op@example.org" })).toMatchObject({ ok: true });
    const [kept] = await listSystemOutbox(deps, 1);
    expect(kept).toMatchObject({ to_address: "op@example.org", subject: "Mail of your Foyer arrives" });
  });

  it("is for the operator, and for addresses", async () => {
    const deps = withSettings({});
    const member = { kind: "member", accountId: "", workspaceId: "", role: "owner" } as const;
    await expect(async () => sendTestMail(deps, member, { to: "a@example.org" })).rejects.toThrow("operator");
    await expect(async () => checkMailRoute(deps, member)).rejects.toThrow("operator");
    await expect(sendTestMail(deps, staff, { to: "nobody" })).rejects.toMatchObject({
      details: { fields: { to: expect.any(String) } },
    });
  });
});

describe("account letters that did not leave", () => {
  it("are listed with the words of whoever refused them, without telling whom they were for", async () => {
    const relay = await openUnrulyRelay({ recipient: (to) => (to.startsWith("gone") ? 550 : 451) });
    opened.push(relay);
    const deps = withSettings({ SMTP_URL: relay.url });
    for (const to of ["gone@people.example", "later@people.example"]) {
      await queueTransactionalMail(deps, deps.db, {
        ...{ workspaceId: "", kind: "security", to },
        view: { subject: "Words", html: "<p>Words</p>", text: "Words" },
      });
    }
    await deliverMail(deps);
    const { failures, waiting } = await listFailedMail(deps, 20);
    expect(waiting).toBe(1);
    expect(failures.map(({ state, attempts }) => [state, attempts])).toEqual([
      ["retried", 1],
      ["failed", 1],
    ]);
    expect(failures[1]?.error).toContain("refused by the test");
    expect(JSON.stringify(failures)).not.toMatch(/gone@people|later@people/);
  });
});
