import { beforeAll, describe, expect, it } from "vitest";
import { listConsentRows } from "~/domain/consent/consent-queries.server";
import { isDomainError } from "~/domain/domain-error";
import { dispatchEvents } from "~/domain/events/dispatch-events.server";
import { createLead } from "~/domain/leads/create-lead.server";
import { deleteLead } from "~/domain/leads/delete-leads.server";
import { createPage } from "~/domain/pages/create-page.server";
import { checkPage } from "~/domain/publishing/check-page.server";
import { listVersions } from "~/domain/publishing/list-versions.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { rollBackPage } from "~/domain/publishing/roll-back-page.server";
import { askTestimonial } from "~/domain/testimonials/ask-testimonial.server";
import { deleteTestimonial } from "~/domain/testimonials/delete-testimonial.server";
import { getTestimonial } from "~/domain/testimonials/list-testimonials.server";
import { saveTestimonial } from "~/domain/testimonials/save-testimonial.server";
import { type Testimonial, testimonialPurpose } from "~/domain/testimonials/testimonial";
import { publicId } from "~/lib/ids";
import { publicLanguages } from "~/lib/public-language";
import { reactions } from "~/server/reactions.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let shop: TestSite;
let pages = 0;

beforeAll(async () => {
  shop = await makeTestSite(app().deps, { slug: "quoting" });
});

const words = 'Best "rye" <b>in</b> town.\nI come every day.';
const given = {
  ...{ name: "Ada <Lovelace>", role: "Regular, Bristol", words, picture: "", siteId: "", language: "en" },
};

const save = (email: string, more: Partial<typeof given> = {}, testimonialId?: string) =>
  saveTestimonial(app().deps, shop.owner, {
    ...{ workspaceId: shop.workspaceId, testimonialId, email },
    ...given,
    ...more,
  });

const ask = (one: Testimonial) =>
  askTestimonial(app().deps, shop.owner, { workspaceId: shop.workspaceId, testimonialId: one.id });

async function letterTo(email: string) {
  const { deps } = app();
  const mail = await deps.db
    .selectFrom("mail_messages")
    .selectAll()
    .where("to_address", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const text = deps.keys.open(mail.text, mail.id);
  return { text, subject: mail.subject, path: /\/quoted\/[\w-]+/.exec(text)?.[0] ?? "" };
}

const open = (url: string) => app().app.inject({ url, headers: { host: "localhost:3000" } });
const markOn = (body: string) => /name="mark" value="([\w-]+)"/.exec(body)?.[1] ?? "";

async function answer(path: string, chosen: string, mark?: string) {
  const given = mark ?? markOn((await open(path)).body);
  return app().app.inject({
    ...{ method: "POST", url: path, payload: `answer=${chosen}&mark=${given}` },
    headers: { host: "localhost:3000", "content-type": "application/x-www-form-urlencoded" },
  });
}

const quoteOf = (one: Testimonial) =>
  `<figure data-testimonial="${publicId("testimonial", one.id)}"></figure>`;

async function pageWith(one: Testimonial) {
  pages += 1;
  const path = `/quotes-${pages}`;
  const html = `<main><h1>Quotes</h1>${quoteOf(one)}</main>`;
  const page = await createPage(app().deps, shop.owner, {
    ...{ siteId: shop.site.id, path, title: "Quotes", html },
  });
  return { pageId: page.id, path, document: JSON.stringify(page.document) };
}

const publish = (pageId: string) =>
  publishPage(app().deps, shop.owner, { workspaceId: shop.workspaceId, pageId }).catch((error) => {
    if (!isDomainError(error)) throw error;
    return error.details.data as { findings: { rule: string; message: string }[] };
  });
const rulesOf = ({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule);

async function served(path: string): Promise<string> {
  await app().app.hostedPages.changes.poll();
  return (await app().app.inject({ url: path, headers: { host: "quoting.localhost:3000" } })).body;
}

const react = async () => {
  while ((await dispatchEvents(app().deps, reactions(app().deps))) > 0);
};

/** Somebody who agreed, and a public page that quotes them. */
async function agreed(email: string) {
  const one = await save(email);
  await ask(one);
  const { path: link } = await letterTo(email);
  await answer(link, "agree");
  const page = await pageWith(one);
  await publish(page.pageId);
  return { one, link, ...page };
}

describe("a testimonial [pages.testimonials]", () => {
  it("keeps a page from going public until the quoted person has agreed to exactly these words", async () => {
    const { deps } = app();
    const one = await save("ada@people.example");
    const { pageId, path, document } = await pageWith(one);
    expect(document).not.toContain("rye");
    expect(rulesOf(await publish(pageId))).toEqual(["testimonial.consent_missing"]);
    const { notes } = await checkPage(deps, shop.workspaceId, pageId);
    expect(notes[0]).toMatchObject({ weight: "block", path: "0.1", evidence: "“Ada <Lovelace>”" });
    await ask(one);
    const { text, subject, path: link } = await letterTo("ada@people.example");
    expect(subject).toBe("May Harbour Bakery Ltd quote you?");
    expect(text).toContain("I come every day.");
    expect(text).toContain("quoting.localhost");
    const shown = await open(link);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers["referrer-policy"]).toBe("no-referrer");
    expect(shown.headers["cache-control"]).toBe("no-store");
    expect(shown.body).toContain("Best &quot;rye&quot; &lt;b&gt;in&lt;/b&gt; town.<br>I come every day.");
    expect(shown.body).toContain("Ada &lt;Lovelace&gt;");
    expect(rulesOf(await publish(pageId)), "reading the letter agrees to nothing").toEqual([
      "testimonial.consent_missing",
    ]);
    expect((await answer(link, "agree")).body).toContain("You agreed");
    expect(rulesOf(await publish(pageId))).toEqual([]);
    expect(await served(path)).toContain(
      '<blockquote><p>Best "rye" &lt;b&gt;in&lt;/b&gt; town.<br>I come every day.</p></blockquote><figcaption><strong>Ada &lt;Lovelace&gt;</strong>',
    );
  });

  it("keeps as proof what was read and when, and who withdrew", async () => {
    const { deps } = app();
    const { one, link } = await agreed("proof@people.example");
    await answer(link, "withdraw");
    const rows = await listConsentRows(deps.db, shop.workspaceId, one.addressHash, { limit: 10 });
    expect(rows.map(({ act }) => act).toSorted()).toEqual(["granted", "requested", "withdrawn"]);
    const granted = rows.find(({ act }) => act === "granted");
    expect(granted).toMatchObject({ purpose: testimonialPurpose(one.id), method: "confirmation" });
    expect(granted?.wording).toContain(words);
    expect(granted?.wording).toContain("I agree that Harbour Bakery Ltd publishes these words");
  });

  it("goes off every page and every earlier version when the person withdraws, and cannot come back", async () => {
    const { deps } = app();
    const { one, link, pageId, path } = await agreed("off@people.example");
    const other = await pageWith(one);
    await publish(other.pageId);
    await publish(pageId);
    expect(await served(path)).toContain("every day");
    expect((await answer(link, "withdraw")).body).toContain("Your consent is withdrawn");
    await react();
    for (const at of [path, other.path]) {
      expect(await served(at)).not.toContain("every day");
      expect(await served(at)).toContain("<h1>Quotes</h1>");
    }
    const rows = await deps.db
      .selectFrom("page_versions")
      .select("html")
      .where("page_id", "=", pageId)
      .execute();
    expect(rows).toHaveLength(2);
    for (const { html } of rows) expect(html).not.toContain("Lovelace");
    expect(rulesOf(await publish(pageId))).toEqual(["testimonial.consent_missing"]);
    const [, earlier] = await listVersions(deps, shop.workspaceId, pageId, 10);
    const back = rollBackPage(deps, shop.owner, {
      ...{ workspaceId: shop.workspaceId, pageId, versionId: earlier?.id ?? "" },
    });
    await expect(back).rejects.toThrow(/Not published/);
  });

  it("shows the words agreed to until the changed ones are agreed to as well", async () => {
    const { one, link, pageId, path } = await agreed("changed@people.example");
    const mark = markOn((await open(link)).body);
    const changed = await save("changed@people.example", { words: "The worst." }, one.id);
    expect(changed.state).toBe("draft");
    expect(rulesOf(await publish(pageId))).toEqual(["testimonial.earlier_words"]);
    expect(await served(path)).toContain("every day");
    await ask(changed);
    expect((await answer(link, "agree", mark)).statusCode, "agreed to words that were not read").toBe(409);
    expect(await served(path)).not.toContain("The worst.");
    const page = (await open(link)).body;
    expect(page).toContain("The worst.");
    expect(page).toContain("these words may be shown now");
    await answer(link, "agree");
    await publish(pageId);
    expect(await served(path)).toContain("The worst.");
  });

  it("is not asked for again after a no, nor twice a day, nor by who may not publish", async () => {
    const one = await save("no@people.example");
    await ask(one);
    await expect(ask(one)).rejects.toThrow(/within the last day/);
    const { path: link } = await letterTo("no@people.example");
    expect((await answer(link, "decline")).body).toContain("You did not agree");
    await expect(ask(one)).rejects.toThrow(/did not agree/);
    const { one: gone, link: own } = await agreed("gone@people.example");
    await answer(own, "withdraw");
    app().deps.clock.advance(3 * 24 * 3_600_000);
    await expect(ask(gone)).rejects.toThrow(/withdrew the consent/);
    const member = { ...shop.owner, role: "member" as const };
    const asked = askTestimonial(app().deps, member, {
      workspaceId: shop.workspaceId,
      testimonialId: one.id,
    });
    await expect(asked).rejects.toThrow(/role/);
  });

  it("is of one person: another mailbox has agreed to nothing, and another site is another place", async () => {
    const { one, pageId, path } = await agreed("first@people.example");
    await save("second@people.example", {}, one.id);
    await react();
    expect(await served(path)).not.toContain("every day");
    expect(rulesOf(await publish(pageId))).toEqual(["testimonial.consent_missing"]);
    const elsewhere = await makeTestSite(app().deps, { slug: "quoting-else" });
    await expect(save("x@people.example", { siteId: elsewhere.site.id })).rejects.toThrow(
      /Nothing was saved/,
    );
    const foreign = getTestimonial(app().deps.db, elsewhere.workspaceId, one.id);
    await expect(foreign).rejects.toThrow(/no such testimonial/);
  });

  it("goes with the person when they are erased, and when it is deleted", async () => {
    const { deps } = app();
    const { workspaceId } = shop;
    const erased = await agreed("erased@people.example");
    const { lead } = await createLead(deps, shop.owner, { workspaceId, email: "Erased@people.example" });
    await deleteLead(deps, shop.owner, { workspaceId, leadId: lead.id });
    const deleted = await agreed("deleted@people.example");
    await deleteTestimonial(deps, shop.owner, { workspaceId, testimonialId: deleted.one.id });
    await react();
    for (const { one, link, path } of [erased, deleted]) {
      await expect(getTestimonial(deps.db, workspaceId, one.id)).rejects.toThrow(/no such testimonial/);
      expect(await served(path)).not.toContain("every day");
      expect((await open(link)).statusCode).toBe(404);
    }
  });

  it("answers forged, cut and foreign links alike, and takes no other answer", async () => {
    const { link } = await agreed("links@people.example");
    for (const path of [`${link}x`, link.slice(0, -1), "/quoted/x", `/quoted/${"a".repeat(70)}`]) {
      const shown = await open(path);
      expect([shown.statusCode, shown.body.includes("There is nothing to decide here")]).toEqual([404, true]);
      expect((await answer(path, "withdraw", "1")).statusCode).toBe(404);
    }
    expect((await answer(link, "publish")).body).toContain("You agreed");
    expect((await answer(link, "%00")).statusCode).toBe(200);
  });

  it("refuses what is no testimonial, with words for each field", async () => {
    const refused = save("nobody", { words: " \n ", name: "", picture: "https://evil.example/x.png" });
    await expect(refused).rejects.toMatchObject({
      details: {
        fields: {
          email: expect.any(String),
          words: expect.stringContaining("what the person said"),
          name: expect.stringContaining("name"),
          picture: expect.stringContaining("uploaded"),
        },
      },
    });
    await expect(save("long@people.example", { words: "x".repeat(1001) })).rejects.toThrow();
  });

  it.each(publicLanguages)("asks and answers in %s", async (language) => {
    const email = `${language}@people.example`;
    const one = await save(email, { language });
    await ask(one);
    const { subject, text, path } = await letterTo(email);
    expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined/);
    expect(text).toContain("Harbour Bakery Ltd");
    const shown = await open(path);
    expect(shown.body).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    expect(shown.body).not.toMatch(/\{name\}|\{place\}|undefined/);
  });
});
