import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { openUnrulyRelay, type RelayRules } from "~/testing/smtp/unruly-relay";
import { deliverMail, removeOldMail } from "./deliver-mail.server";
import { claimMail, countMail, markSending } from "./mail-queries.server";
import { createOutboxTransport } from "./outbox-transport.server";
import { queueTransactionalMail } from "./queue-transactional-mail.server";
import { removeOldOutbox } from "./remove-old-outbox.server";
import { createSmtpTransport } from "./smtp-transport.server";
import { listSystemOutbox } from "./system-outbox.server";
import { findMailTrouble, watchTransport } from "./watch-transport.server";

const instance = useTestInstance();
const sinks: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(sinks.map((sink) => sink.close())));

async function sinkThat(rules: RelayRules = {}) {
  const sink = await openUnrulyRelay(rules);
  sinks.push(sink);
  return { sink, transport: createSmtpTransport(sink.url, "http://localhost:3000") };
}

const queue = (to: string, subject = "Set a new password") => {
  const { deps } = instance();
  return queueTransactionalMail(deps, deps.db, {
    workspaceId: "",
    kind: "security",
    to,
    view: {
      subject,
      html: "<p>Follow <a href='http://localhost/x/SECRET'>this</a></p>",
      text: "Follow SECRET",
    },
  });
};

const rowOf = (id: string) =>
  instance().deps.db.selectFrom("mail_messages").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const onlyMail = async (raw: readonly Buffer[]): Promise<ParsedMail> => {
  expect(raw).toHaveLength(1);
  return simpleParser(raw[0] ?? "");
};

describe("account mail", () => {
  it("leaves once, from the product, with nothing of marketing in it [email.transactional]", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat();
    const { id } = await queue("ada@example.org");
    await Promise.all([deliverMail({ ...deps, transport }), deliverMail({ ...deps, transport })]);
    const mail = await onlyMail(sink.received);
    expect(mail.subject).toBe("Set a new password");
    expect(mail.messageId).toBe(`<${id}@localhost>`);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.has("list")).toBe(false);
    expect(await rowOf(id)).toMatchObject({ state: "sent", html: "", text: "" });
  });

  it("is unreadable in the database while it waits", async () => {
    const { id } = await queue("bo@example.org");
    const row = await rowOf(id);
    expect(`${row.html}${row.text}`).not.toContain("SECRET");
    const { transport } = await sinkThat();
    await deliverMail({ ...instance().deps, transport });
  });

  it("cannot be given a second header by what somebody typed", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat();
    await queue("cy@example.org", "Hello\r\nBcc: victim@example.org\r\n\r\nBody");
    await deliverMail({ ...deps, transport });
    const mail = await onlyMail(sink.received);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe("Hello Bcc: victim@example.org Body");
  });

  it("is not prepared when the change it tells of is rolled back", async () => {
    const { deps } = instance();
    const before = await countMail(deps.db);
    const undone = deps.transact(async (tx) => {
      await queueTransactionalMail(deps, tx, {
        workspaceId: "",
        kind: "notice",
        to: "di@example.org",
        view: { subject: "x", html: "x", text: "x" },
      });
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await countMail(deps.db)).toEqual(before);
  });
});

describe("a mail relay", () => {
  it("that refuses for good makes the message failed, at once", async () => {
    const { deps } = instance();
    const { transport } = await sinkThat({ recipient: () => 550 });
    const { id } = await queue("el@example.org");
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "failed" });
  });

  it("that is busy, or away, is tried again later and the message is not lost", async () => {
    const { deps } = instance();
    let tries = 0;
    const { sink, transport } = await sinkThat({ recipient: () => (++tries === 1 ? 451 : 250) });
    const away = createSmtpTransport("smtp://127.0.0.1:9", "http://localhost:3000");
    const { id } = await queue("fay@example.org");
    await deliverMail({ ...deps, transport: away });
    expect(await rowOf(id)).toMatchObject({ state: "prepared", attempts: 1 });
    deps.clock.advance(60_000);
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "prepared", attempts: 2 });
    expect(await deliverMail({ ...deps, transport })).toBe(0);
    deps.clock.advance(60_000);
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "sent" });
    expect(sink.received).toHaveLength(1);
  });

  it("that is away for a day loses nothing, and is asked once for all that waits", async () => {
    const { deps } = instance();
    let asked = 0;
    const away = {
      name: "smtp",
      connect: () => {
        asked += 1;
        return createSmtpTransport("smtp://127.0.0.1:9", "http://localhost:3000").connect();
      },
      check: async () => undefined,
    } as const;
    const { id } = await queue("ivy@example.org");
    await queue("jon@example.org");
    await deliverMail({ ...deps, transport: away });
    expect(asked).toBe(1);
    for (let hour = 0; hour < 24; hour += 1) {
      deps.clock.advance(3_600_000 * 1.2);
      await deliverMail({ ...deps, transport: away });
    }
    expect(await rowOf(id)).toMatchObject({ state: "prepared" });
    const { sink, transport } = await sinkThat();
    deps.clock.advance(3_600_000 * 1.2);
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "sent" });
    expect(sink.received).toHaveLength(2);
  });

  it("that takes nothing is noted for those who wait, since when and why, until it does again", async () => {
    const { deps } = instance();
    const origin = "http://localhost:3000";
    const away = watchTransport(deps, createSmtpTransport("smtp://127.0.0.1:9", origin));
    const since = deps.clock.now();
    await expect(away.connect()).rejects.toThrow();
    deps.clock.advance(60_000);
    await expect(away.connect()).rejects.toThrow();
    expect(await findMailTrouble(deps)).toMatchObject({ since, cause: "nothing answers at its address" });
    const relay = await openUnrulyRelay();
    (await watchTransport(deps, createSmtpTransport(relay.url, origin)).connect()).close();
    expect(await findMailTrouble(deps)).toBeUndefined();
    await relay.close();
  });

  it("that hangs up after it read the message leaves it unknown, never sent twice", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat({ hangUpAfterData: true });
    const { id } = await queue("gus@example.org");
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "unknown" });
    deps.clock.advance(86_400_000);
    expect(await deliverMail({ ...deps, transport })).toBe(0);
    expect(sink.received).toHaveLength(1);
  });

  it("that hangs up before the message flows leaves it prepared", async () => {
    const { deps } = instance();
    const { transport } = await sinkThat({ hangUpAtSender: true });
    const { id } = await queue("hal@example.org");
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "prepared", attempts: 1 });
    deps.clock.advance(60_000);
    const next = await sinkThat();
    await deliverMail({ ...deps, transport: next.transport });
  });

  it("takes the next message on the same connection after it refused one", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat({ recipient: (to) => (to.startsWith("bad") ? 550 : 250) });
    const ids = [await queue("bad@example.org"), await queue("good@example.org")];
    await deliverMail({ ...deps, transport });
    expect((await Promise.all(ids.map(({ id }) => rowOf(id)))).map(({ state }) => state)).toEqual([
      "failed",
      "sent",
    ]);
    expect(sink.connections).toBe(1);
  });
});

describe("a process that dies", () => {
  it("between handing over and recording leaves the message unknown, not sent again", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat();
    const { id } = await queue("ida@example.org");
    const [claimed] = await claimMail(deps.db, "dead", deps.clock.now(), 5);
    expect(claimed?.id).toBe(id);
    if (claimed) expect(await markSending(deps.db, claimed, deps.clock.now())).toBe(true);
    expect(await deliverMail({ ...deps, transport })).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: "sending" });
    deps.clock.advance(301_000);
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "unknown" });
    expect(sink.received).toEqual([]);
  });

  it("before handing over lets another one send the message, and can no longer send it itself", async () => {
    const { deps } = instance();
    const { sink, transport } = await sinkThat();
    await queue("jo@example.org");
    const [late] = await claimMail(deps.db, "late", deps.clock.now(), 5);
    deps.clock.advance(301_000);
    await deliverMail({ ...deps, transport });
    expect(sink.received).toHaveLength(1);
    if (late) expect(await markSending(deps.db, late, deps.clock.now())).toBe(false);
  });
});

describe("the built-in outbox", () => {
  it("keeps system mail where only the operator reads, and the workspace's own where its members do", async () => {
    const { deps, folder } = instance();
    const transport = createOutboxTransport(deps);
    const { id } = await queue("kim@example.org");
    await deliverMail({ ...deps, transport });
    expect(await rowOf(id)).toMatchObject({ state: "sent" });
    const [kept] = await listSystemOutbox(deps, 10);
    const file = path.join(folder, kept?.file ?? "");
    expect(readFileSync(file, "utf8")).toContain("kim@example.org");
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const workspaceId = deps.ids.next();
    const connection = await transport.connect();
    const letter = Buffer.from("Subject: News\r\n\r\nHello");
    const envelope = { from: "shop@example.org", to: "lea@example.org" };
    await connection.send(envelope, letter, { workspaceId, audience: "marketing", subject: "News" });
    await connection.send(envelope, letter, { workspaceId, audience: "system", subject: "Confirm" });
    expect(readdirSync(path.join(folder, "outbox", workspaceId))).toHaveLength(1);
    const rows = await deps.db
      .selectFrom("outbox_messages")
      .select("audience")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(rows).toEqual([{ audience: "marketing" }]);
  });

  it("forgets what is older than thirty days, files and rows", async () => {
    const { deps, folder } = instance();
    const [kept] = await listSystemOutbox(deps, 10);
    deps.clock.advance(31 * 86_400_000);
    expect(await removeOldOutbox(deps)).toBeGreaterThan(0);
    await removeOldMail(deps);
    expect(existsSync(path.join(folder, kept?.file ?? ""))).toBe(false);
    expect(await countMail(deps.db)).toEqual({});
  });
});
