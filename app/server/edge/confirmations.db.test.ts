import { beforeAll, describe, expect, it } from "vitest";
import { consentGate } from "~/domain/consent/consent-gate.server";
import { withdrawConsent } from "~/domain/consent/withdraw-consent.server";
import { createLeadSink } from "~/domain/leads/lead-sink.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { findSuppressions } from "~/domain/suppression/find-suppressions.server";
import { suppressAddress } from "~/domain/suppression/suppress-address.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let numbers = 0;

async function ask(email: string, purposes = ["mail"]) {
  const { deps } = app();
  numbers += 1;
  const { leadId } = await createLeadSink(deps).add({
    workspaceId: site.workspaceId,
    formId: "01JF0RM0000000000000000004",
    pageId: "01JPAGE0000000000000000004",
    pageVersionId: "01JVERS0000000000000000004",
    fields: { email },
    email,
    name: "",
    source: {},
    language: "de-AT",
    ip: "",
    visitId: "",
    dedupeKey: `confirm-${numbers}`,
    quarantine: "",
    consents: purposes.map((purpose) => ({ purpose, wording: `Ja zu <${purpose}>` })),
    confirmation: { name: "Bäckerei <Hafen>", replyTo: "" },
  });
  const mail = await deps.db
    .selectFrom("mail_messages")
    .selectAll()
    .where("to_address", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const text = deps.keys.open(mail.text, mail.id);
  const hash = (await addressHasher(deps, deps.db, site.workspaceId))(email);
  const path = /\/confirm\/[\w-]+/.exec(text)?.[0] ?? "";
  return { leadId, hash, path, text, html: deps.keys.open(mail.html, mail.id), subject: mail.subject };
}

const call = (method: "GET" | "POST", url: string) =>
  app().app.inject({ method, url, headers: { host: "localhost:3000" } });

const verdict = async ({ hash, leadId }: { hash: string; leadId: string }) => {
  const input = { workspaceId: site.workspaceId, leadId, addressHash: hash, topicId: "", email: "" };
  return (await consentGate.decide(app().deps.db, [input]))[0];
};

beforeAll(async () => {
  site = await makeTestSite(app().deps);
});

describe("double opt-in", () => {
  it("says in the reader's language that a link is broken or over", async () => {
    const { path } = await ask("over@example.org");
    const get = (url: string, language: string) =>
      app().app.inject({
        method: "GET",
        url,
        headers: { host: "localhost:3000", "accept-language": language },
      });
    const broken = await get("/confirm/nothing", "ar");
    expect(broken.statusCode).toBe(404);
    expect(broken.body).toContain('<html lang="ar" dir="rtl">');
    expect(broken.body).toContain("هذا الرابط لا يعمل");
    const { deps } = app();
    await deps.db
      .deleteFrom("consents")
      .where("workspace_id", "=", site.workspaceId)
      .where("wording", "=", "Ja zu <mail>")
      .execute();
    const over = await get(path, "de");
    expect(over.statusCode).toBe(410);
    expect(over.body).toContain("Dieser Link gilt nicht mehr");
  });

  it("[email.unsolicited] lets nobody be written to before the mailbox confirmed", async () => {
    const asked = await ask("ada@example.org");
    expect(await verdict(asked)).toEqual({ exclude: "not_confirmed" });
    const shown = await call("GET", asked.path);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers["referrer-policy"]).toBe("no-referrer");
    expect(shown.body).toContain("Ja zu &lt;mail&gt;");
    expect(shown.body).toContain('lang="de"');
    for (let n = 0; n < 3; n += 1) await call("GET", asked.path);
    expect(await verdict(asked)).toEqual({ exclude: "not_confirmed" });
    const confirmed = await call("POST", asked.path);
    expect(confirmed.statusCode).toBe(200);
    expect(await verdict(asked)).toBe("allow");
    expect((await call("POST", asked.path)).statusCode).toBe(200);
  });

  it("[email.transactional] asks in a mail without picture, advertising and markup of others", async () => {
    const asked = await ask("bo@example.org");
    expect(asked.subject).toBe("Bitte bestätigen: Post von Bäckerei <Hafen>");
    expect(asked.html).toContain("Bäckerei &lt;Hafen&gt;");
    expect(asked.html).not.toMatch(/<img|utm_|http-equiv/);
    expect(asked.text).toContain("Ja zu <mail>");
  });

  it("[consent.record] keeps both acts as proof: the form's and the mailbox's", async () => {
    const asked = await ask("cy@example.org", ["mail", "tracking"]);
    await call("POST", asked.path);
    const rows = await app()
      .deps.db.selectFrom("consents")
      .select(["purpose", "act", "method", "wording"])
      .where("address_hash", "=", asked.hash)
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      { purpose: "mail", act: "requested", method: "form", wording: "Ja zu <mail>" },
      { purpose: "tracking", act: "requested", method: "form", wording: "Ja zu <tracking>" },
      { purpose: "mail", act: "granted", method: "confirmation", wording: "Ja zu <mail>" },
      { purpose: "tracking", act: "granted", method: "confirmation", wording: "Ja zu <tracking>" },
    ]);
  });

  it("lifts a suppression by the person's own confirmation, never by the form", async () => {
    const { deps } = app();
    const first = await ask("di@example.org");
    await suppressAddress(
      deps,
      { kind: "visitor", ip: "" },
      { workspaceId: site.workspaceId, addressHash: first.hash, reason: "unsubscribe", source: "one_click" },
    );
    deps.clock.advance(11 * 60_000);
    const again = await ask("di@example.org");
    expect(await findSuppressions(deps, site.workspaceId, [first.hash])).toHaveLength(1);
    await call("POST", again.path);
    expect(await findSuppressions(deps, site.workspaceId, [first.hash])).toHaveLength(0);
  });

  it("refuses forged and expired links, and changes nothing by them", async () => {
    const asked = await ask("ed@example.org");
    const forged = `${asked.path.slice(0, -4)}AAAA`;
    expect((await call("POST", forged)).statusCode).toBe(404);
    app().deps.clock.advance(31 * 86_400_000);
    expect((await call("GET", asked.path)).statusCode).toBe(410);
    expect((await call("POST", asked.path)).statusCode).toBe(410);
    expect(await verdict(asked)).toEqual({ exclude: "not_confirmed" });
  });
});

describe("a link that was confirmed already", () => {
  it("says that it is over once its person has left, and brings nobody back [email.unsubscribe]", async () => {
    const { deps } = app();
    const { workspaceId } = site;
    const left = await ask("left@example.org");
    await call("POST", left.path);
    expect((await call("POST", left.path)).statusCode).toBe(200);
    const visitor = { kind: "visitor", ip: "" } as const;
    await suppressAddress(deps, visitor, {
      ...{ workspaceId, addressHash: left.hash },
      reason: "unsubscribe",
      source: "page",
    });
    const withdrew = await ask("withdrew@example.org");
    await call("POST", withdrew.path);
    await withdrawConsent(deps, visitor, {
      ...{ workspaceId, addressHash: withdrew.hash },
      purpose: "mail",
      method: "preferences",
    });
    for (const { path } of [left, withdrew]) {
      expect((await call("GET", path)).statusCode).toBe(410);
      const pressed = await call("POST", path);
      expect([pressed.statusCode, pressed.body]).toEqual([410, expect.stringContaining("no longer valid")]);
    }
    expect(await findSuppressions(deps, workspaceId, [left.hash])).toHaveLength(1);
    expect(await verdict(withdrew)).toEqual({ exclude: "consent_withdrawn" });
  });
});

describe("withdrawing", () => {
  it("[consent.record] is as easy as giving, wins over everything, and is in the journal", async () => {
    const { deps } = app();
    const asked = await ask("fay@example.org");
    await call("POST", asked.path);
    await withdrawConsent(deps, site.owner, {
      workspaceId: site.workspaceId,
      addressHash: asked.hash,
      purpose: "mail",
      method: "staff",
      leadId: asked.leadId,
    });
    expect(await verdict(asked)).toEqual({ exclude: "consent_withdrawn" });
    expect(await deps.journal.read()).toContainEqual(
      expect.objectContaining({ kind: "consent.withdrawn", addressHash: asked.hash, purpose: "mail" }),
    );
  });

  it("excludes who never agreed, and whose data rests", async () => {
    const { deps } = app();
    expect(await verdict({ hash: "0".repeat(32), leadId: "" })).toEqual({ exclude: "no_basis" });
    const asked = await ask("gil@example.org");
    await call("POST", asked.path);
    await deps.db
      .insertInto("restrictions")
      .values({
        workspace_id: site.workspaceId,
        lead_id: asked.leadId,
        reason: "dispute",
        created_at: deps.clock.now(),
        lifted_at: null,
      })
      .execute();
    expect(await verdict(asked)).toEqual({ exclude: "restricted" });
  });
});
