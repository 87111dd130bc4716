import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let site: TestSite;
let action = "";
let token = "";
let pageId = "";
let addresses = 0;

const html = `<h1>Waitlist</h1><form>
<label>Your name <input name="name" required maxlength="40"></label>
<label>E-mail <input type="email" name="email" required></label>
<label>Phone <input type="tel" name="phone"></label>
<label>Date of birth <input type="date" name="birthday"></label>
<label>Message <textarea name="message"></textarea></label>
<label>Size <select name="size"><option value="s">Small</option><option value="l">Large</option></select></label>
<label><input type="checkbox" name="consent_mail"> Write to me about bread.</label>
<button>Join</button></form>`;

/** Each request comes from an address of its own, as through a proxy. */
function send(fields: Record<string, string> | string, headers: Record<string, string> = {}, url = action) {
  addresses += 1;
  const payload =
    typeof fields === "string" ? fields : new URLSearchParams({ _t: token, ...fields }).toString();
  return app().app.inject({
    method: "POST",
    url,
    payload,
    headers: {
      host: `${site.site.slug}.localhost`,
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "x-forwarded-for": `198.51.${Math.floor(addresses / 250)}.${addresses % 250}`,
      ...headers,
    },
  });
}

const json = { accept: "application/json" };
const leadBy = (email: string) =>
  app().deps.db.selectFrom("leads").selectAll().where("email_key", "=", email).executeTakeFirst();

beforeAll(async () => {
  const { deps } = app();
  site = await makeTestSite(deps);
  const page = await createPage(deps, site.owner, {
    siteId: site.site.id,
    path: "/join",
    title: "Join",
    html,
  });
  pageId = page.id;
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId });
  const served = await app().app.inject({ url: "/join", headers: { host: `${site.site.slug}.localhost` } });
  action = /action="(\/f\/[^"]+)"/.exec(served.body)?.[1] ?? "";
  token = /name="_t" value="([^"]+)"/.exec(served.body)?.[1] ?? "";
}, 60_000);

describe("POST /f/FORM", () => {
  it("keeps back what bears a forged seal of the page, with the normal answer, and takes what bears none", async () => {
    const fields = { name: "Eve", size: "s" };
    const forged = [`${token.slice(0, -4)}AAAA`, "x", token.slice(1), `${token}A`];
    for (const [index, _t] of forged.entries()) {
      const email = `forged-${index}@example.org`;
      const answer = await send({ ...fields, email, _t }, json);
      expect(answer.statusCode).toBe(201);
      expect(answer.json().id).toMatch(/^sub_/);
      expect(await leadBy(email)).toBeUndefined();
    }
    const rows = await app()
      .deps.db.selectFrom("submissions")
      .select("quarantine_reason")
      .where("quarantine_reason", "=", "token")
      .execute();
    expect(rows).toHaveLength(forged.length);
    const plain = new URLSearchParams({ ...fields, email: "plain@example.org" }).toString();
    expect((await send(plain, json)).statusCode).toBe(201);
    expect(await leadBy("plain@example.org")).toMatchObject({ name: "Eve" });
  });

  it("[leads.capture] stores what the page's form sends and leads on with 303", async () => {
    const answer = await send({
      name: "Ada",
      email: "ada@example.org",
      size: "l",
      consent_mail: "on",
      more: "x",
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`${action}/thanks`);
    expect(await leadBy("ada@example.org")).toMatchObject({
      name: "Ada",
      fields: '{"name":"Ada","size":"l"}',
    });
    const thanks = await app().app.inject({
      url: answer.headers.location as string,
      headers: { host: `${site.site.slug}.localhost` },
    });
    expect(thanks.statusCode).toBe(200);
    expect(thanks.body).toContain("Thank you");
  });

  it("[consent.record] keeps the label of a ticked box as proof and takes an unticked one as no consent", async () => {
    const { db } = app().deps;
    await send({ name: "Bo", email: "bo@example.org", consent_mail: "yes" });
    await send({ name: "Cy", email: "cy@example.org" });
    const states = async (email: string) => {
      const lead = await leadBy(email);
      return db
        .selectFrom("consents")
        .selectAll()
        .where("lead_id", "=", lead?.id ?? "")
        .execute();
    };
    expect(await states("bo@example.org")).toMatchObject([
      { purpose: "mail", wording: "Write to me about bread.", act: "granted", method: "form" },
    ]);
    expect(await states("cy@example.org")).toEqual([]);
  });

  it("answers programs with ids in JSON, from urlencoded, multipart and JSON bodies", async () => {
    const urlencoded = await send({ name: "Di", email: "di@example.org" }, json);
    expect(urlencoded.statusCode).toBe(201);
    expect(urlencoded.json()).toMatchObject({
      id: expect.stringMatching(/^sub_/),
      lead_id: expect.stringMatching(/^lead_/),
    });
    const posted = await send(JSON.stringify({ name: "Di 2", email: "di@example.org", consent_mail: true }), {
      "content-type": "application/json",
    });
    expect(posted.json().lead_id).toBe(urlencoded.json().lead_id);
    const parts = ['name"\r\n\r\nDi ü', 'email"\r\n\r\ndi@example.org']
      .map((part) => `--xx\r\nContent-Disposition: form-data; name="${part}\r\n`)
      .join("");
    const multipart = await send(`${parts}--xx--\r\n`, {
      ...json,
      "content-type": "multipart/form-data; boundary=xx",
    });
    expect(multipart.json().lead_id).toBe(urlencoded.json().lead_id);
    expect((await leadBy("di@example.org"))?.name).toBe("Di ü");
  });

  it("takes a body that a proxy passes on in pieces, without its length, up to the same size", async () => {
    const inPieces = (name: string) => {
      const field = (key: string, value: string) =>
        `--xx\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
      return app().app.inject({
        method: "POST",
        url: action,
        payload: Readable.from([
          field("_t", token),
          field("name", name),
          field("email", "in-pieces@example.org"),
          "--xx--\r\n",
        ]),
        headers: {
          ...json,
          host: `${site.site.slug}.localhost`,
          "content-type": "multipart/form-data; boundary=xx",
          "x-forwarded-for": "198.51.100.251",
        },
      });
    };
    expect((await inPieces("x".repeat(70_000))).statusCode).toBe(413);
    expect(await leadBy("in-pieces@example.org")).toBeUndefined();
    expect((await inPieces("Ida")).statusCode).toBe(201);
    expect((await leadBy("in-pieces@example.org"))?.name).toBe("Ida");
  });

  it("answers wrong fields with 422, by field for programs, and as a form that keeps what was typed for people", async () => {
    const wrong = { name: "<b>Ed</b>", email: "nobody", size: "xxl" };
    const forProgram = await send(wrong, json);
    expect(forProgram.statusCode).toBe(422);
    expect(Object.keys(forProgram.json().errors)).toEqual(["email", "size"]);
    const forPerson = await send(wrong);
    expect(forPerson.statusCode).toBe(422);
    expect(forPerson.body).toContain('value="&lt;b&gt;Ed&lt;/b&gt;"');
    expect(forPerson.body).toContain("Please enter an e-mail address");
    expect(forPerson.body).toContain(`action="${action}"`);
    expect(forPerson.body).toContain("Harbour Bakery Ltd");
    expect(forPerson.body).not.toContain("<script");
  });

  it("[forms.sensitive] refuses card, account and identity numbers and stores nothing of them", async () => {
    for (const message of ["my card is 4111 1111 1111 1111", "IBAN DE89 3704 0044 0532 0130 00"]) {
      const answer = await send({ name: "Fay", email: "fay@example.org", message }, json);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors.message).toContain("must not be sent");
    }
    const asPhone = await send({ name: "Fay", email: "fay@example.org", phone: "4111111111111111" }, json);
    expect(asPhone.statusCode).toBe(422);
    expect(await leadBy("fay@example.org")).toBeUndefined();
    const phone = await send({ name: "Gil", email: "gil@example.org", phone: "+49 30 901820-12" }, json);
    expect(phone.statusCode).toBe(201);
  });

  it("[forms.children] refuses who is younger than the workspace allows, and stores nothing", async () => {
    const young = await send({ name: "Kim", email: "kim@example.org", birthday: "2012-01-31" }, json);
    expect(young.statusCode).toBe(422);
    expect(await leadBy("kim@example.org")).toBeUndefined();
    const grown = await send({ name: "Lou", email: "lou@example.org", birthday: "1990-01-31" }, json);
    expect(grown.statusCode).toBe(201);
  });

  it("[forms.captcha] lets a filled trap wait in quarantine, with the normal answer", async () => {
    const answer = await send({ name: "Bot", email: "bot@example.org", _website: "http://x" });
    expect(answer.statusCode).toBe(303);
    expect(await leadBy("bot@example.org")).toBeUndefined();
    const waiting = await app()
      .deps.db.selectFrom("submissions")
      .select(["fields", "quarantine_reason"])
      .where("state", "=", "quarantined")
      .where("quarantine_reason", "!=", "token")
      .execute();
    expect(waiting).toMatchObject([{ quarantine_reason: "trap" }]);
  });

  it("takes entries without token, since other programs post to it", async () => {
    const answer = await send(new URLSearchParams({ name: "Mo", email: "mo@example.org" }).toString(), json);
    expect(answer.statusCode).toBe(201);
    expect(await leadBy("mo@example.org")).toBeDefined();
  });

  it("answers the same fields with the first id", async () => {
    const one = await send({ name: "Ny", email: "ny@example.org" }, json);
    const two = await send({ name: " ny ", email: "NY@example.org" }, json);
    expect(two.json()).toEqual(one.json());
  });

  it("slows down who sends very many from one address, and says when to try again", async () => {
    const from = { "x-forwarded-for": "203.0.113.9", ...json };
    const answers = [];
    for (let n = 0; n < 61; n += 1)
      answers.push(await send({ name: `N${n}`, email: `n${n}@example.org` }, from));
    expect(answers[59]?.statusCode).toBe(201);
    expect(answers[60]?.statusCode).toBe(429);
    expect(answers[60]?.headers["retry-after"]).toBe("60");
    expect(await leadBy("n5@example.org")).toBeDefined();
    expect(await leadBy("n40@example.org")).toBeUndefined();
  });

  it("refuses bodies that cannot be read, too large or not UTF-8, and forms that are not there", async () => {
    expect((await send("{broken", { ...json, "content-type": "application/json" })).statusCode).toBe(400);
    expect((await send("name=%ff%fe&email=a", json)).statusCode).toBe(400);
    expect((await send('{"name":{"a":1}}', { ...json, "content-type": "application/json" })).statusCode).toBe(
      400,
    );
    expect((await send({}, json, "/f/nothing")).statusCode).toBe(404);
    const foreign = action.slice(0, -3) + (action.endsWith("000") ? "111" : "000");
    expect((await send({}, json, foreign)).statusCode).toBe(404);
  });

  it("says of a body that is too large what is the most, on a page in the visitor's language and to programs", async () => {
    const large = `message=${"x".repeat(70_000)}`;
    const forProgram = await send(large, json);
    expect(forProgram.statusCode).toBe(413);
    expect(forProgram.headers["content-type"]).toContain("application/problem+json");
    expect(forProgram.json()).toMatchObject({ status: 413, code: "body_too_large", max_bytes: 65_536 });
    for (const [language, words] of [
      ["en", "It may have at most 64 kB"],
      ["fr-FR,fr;q=0.9", "au plus 64 ko"],
      ["ar", "64 كيلوبايت"],
    ] as const) {
      const page = await send(large, { accept: "text/html", "accept-language": language });
      expect(page.statusCode).toBe(413);
      expect(page.body.replace(/[\u00a0\u202f]/g, " ")).toContain(words);
    }
  });

  it("refuses a body of a kind that it does not read with 415, stores nothing, and says what it takes", async () => {
    const body = "name=Pat&email=pat@example.org";
    for (const kind of [
      "text/plain;charset=UTF-8",
      "application/xml",
      "application/x-json-not",
      "nonsense",
    ]) {
      const answer = await send(body, { ...json, "content-type": kind });
      expect([kind, answer.statusCode]).toEqual([kind, 415]);
      expect(answer.json()).toMatchObject({ status: 415, code: "media_type_unsupported" });
      expect(answer.headers["accept-post"]).toContain("application/x-www-form-urlencoded");
    }
    const page = await send(body, {
      accept: "text/html",
      "accept-language": "de",
      "content-type": "text/plain",
    });
    expect([page.statusCode, page.headers["content-type"]]).toEqual([415, "text/html; charset=utf-8"]);
    expect(page.body).toContain("keine Form, die hier verstanden wird");
    expect(await leadBy("pat@example.org")).toBeUndefined();
    for (const kind of ["Application/X-WWW-Form-URLencoded; charset=UTF-8", "Application/JSON"]) {
      const fields = { name: "Pat", email: "pat@example.org" };
      const sent = kind.includes("JSON") ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      expect((await send(sent, { ...json, "content-type": kind })).statusCode).toBe(201);
    }
  });

  it("closes with the page and while the workspace is suspended", async () => {
    const { deps } = app();
    const setStanding = (standing: string) =>
      deps.db.updateTable("workspaces").set({ standing }).where("id", "=", site.workspaceId).execute();
    await setStanding("suspended");
    deps.clock.advance(2000);
    const suspended = await send({ name: "Oz", email: "oz@example.org" }, json);
    expect([suspended.statusCode, suspended.json().detail]).toEqual([
      451,
      "This form is closed. It does not take entries any more. Nothing was stored.",
    ]);
    for (const url of [action, `${action}/thanks`]) {
      const shown = await app().app.inject({ url, headers: { host: `${site.site.slug}.localhost` } });
      expect(shown.statusCode).toBe(451);
      expect(shown.body).not.toContain("<form");
    }
    await setStanding("good");
    await unpublishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId });
    deps.clock.advance(2000);
    expect((await send({ name: "Oz", email: "oz@example.org" }, json)).statusCode).toBe(410);
    expect(await leadBy("oz@example.org")).toBeUndefined();
  });
});
