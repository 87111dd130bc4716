import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBlocked } from "~/domain/acceptable-use/finding";
import { judgePage } from "~/domain/acceptable-use/judge-page";
import { listLinks, listTexts } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import { examplePage } from "~builder/document/example-page";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { parsePageDocument } from "~builder/document/page-document";
import { renderPage } from "~builder/document/render-page";
import { freePort } from "../db/mariadb";
import { type Browser, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";
import { hasCollections, hostileVectors } from "./hostile-vectors";
import { stirUp, type Watch, watchContext } from "./hostile-watch";
import { statusOf, until } from "./instance";

const words = ["</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{constructor}}"];
const inWords = words.join(" ");
const perPage = 220;

interface Given {
  index: number;
  payload: string;
}

const project = (given: readonly Given[]) => ({
  pages: [
    {
      frames: [
        {
          component: {
            type: "wrapper",
            components: given.map(({ index, payload }) => ({
              tagName: "section",
              attributes: { id: `vector-${index}` },
              components: [payload],
            })),
          },
        },
      ],
    },
  ],
  styles: given.map(({ payload }) => payload),
});

const documentOf = (given: readonly Given[]) => ({ version: 2, kind: "page", project: project(given) });

/** Each vector as HTML of its own, what is left of all of them on one page. */
function documentOfHtml(given: readonly Given[]) {
  const parts = given.map(
    ({ payload }) => htmlToPageDocument({ html: payload, css: payload }).document.project,
  );
  const components = parts.map((part, at) => ({
    tagName: "section",
    attributes: { id: `vector-${given[at]?.index}` },
    components: part.pages[0].frames[0].component.components ?? [],
  }));
  return parsePageDocument({
    pages: [{ frames: [{ component: { type: "wrapper", components } }] }],
    styles: parts.flatMap(({ styles }) => styles),
  });
}

/** Whether the rules of acceptable use let it become public at all. */
function mayBePublic(given: Given): boolean {
  const document = parsePageDocument(documentOf([given]));
  const judged = { forms: listForms(document), texts: listTexts(document), links: listLinks(document) };
  return !isBlocked(judgePage({ ...judged, language: "en" }));
}

/** Serves pages without any policy, so that the sanitiser stands alone. */
async function startBarePages(served: readonly string[]) {
  const port = await freePort();
  const server = createServer((request, response) => {
    const html = served[Number(request.url?.slice(1))];
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (request.url === "/" || html === undefined) return void response.writeHead(404).end();
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://bare.localhost:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** In the editor the policy holds up pictures from elsewhere, and nothing else that people wrote. */
const beyondPictures = ({ heldUp }: Watch) => heldUp.filter((line) => !line.includes("img-src"));

describe("whatever a customer pastes", () => {
  let instance: DemoInstance;
  let browser: Browser;
  let page: Page;
  let watch: Watch;
  let bare: Awaited<ReturnType<typeof startBarePages>>;
  const made: { id: string; path: string; given: Given[]; isPublic: boolean }[] = [];
  const all = hostileVectors.map((payload, index): Given => ({ index, payload }));
  const batches = (given: readonly Given[]) =>
    Array.from({ length: Math.ceil(given.length / perPage) }, (_one, at) =>
      given.slice(at * perPage, (at + 1) * perPage),
    );

  async function make(given: Given[], isPublic: boolean) {
    const path = `/hostile-${made.length}`;
    const { id } = await instance.call<{ id: string }>("POST", "/pages", {
      ...{ site: "demo", path, title: inWords, description: inWords, document: documentOf(given) },
    });
    made.push({ id, path, given, isPublic });
  }

  beforeAll(async () => {
    instance = await startDemoInstance();
    const documents = batches(all).flatMap((given) => [
      documentOfHtml(given),
      parsePageDocument(documentOf(given)),
    ]);
    bare = await startBarePages(documents.map((document) => renderPage(document, examplePage()).html));
    browser = await openBrowser();
    page = browser.page;
    const { origin } = instance.server;
    const ours = [origin, instance.server.site("demo"), bare.origin];
    watch = await watchContext(
      browser.context,
      (url) => /^(?:data:image\/|data:,|blob:)/.test(url) || ours.includes(new URL(url).origin),
    );
    await signIn(page, origin, instance.demo);
    const allowed = all.filter(mayBePublic);
    for (const given of batches(allowed)) await make(given, true);
    await make(
      all.filter((one) => !allowed.includes(one)),
      false,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await bare?.close();
    await instance?.close();
  });

  const nothingHappened = () => {
    expect(watch.happened).toEqual([]);
    expect(beyondPictures(watch)).toEqual([]);
  };
  const sectionsOf = ({ given }: (typeof made)[number]) => given.map(({ index }) => `vector-${index}`);

  it("is tried with the public collections", () => {
    expect(hasCollections || !process.env.CI, "the collection of attacks is missing").toBe(true);
    expect(hostileVectors.length).toBeGreaterThan(hasCollections ? 430 : 38);
    expect(made.flatMap(sectionsOf)).toHaveLength(hostileVectors.length);
    expect(made.at(-1)?.given.length).toBeLessThan(10);
  });

  it("runs nothing even where no policy guards the page", async () => {
    for (const [at, given] of batches(all).entries()) {
      for (const number of [at * 2, at * 2 + 1]) {
        await page.goto(`${bare.origin}/${number}`);
        const { sections, oddLinks } = await stirUp(page);
        expect(sections).toEqual(given.map(({ index }) => `vector-${index}`));
        expect(oddLinks).toEqual([]);
      }
    }
    nothingHappened();
  });

  it("runs nothing on a public page", async () => {
    for (const one of made.filter(({ isPublic }) => isPublic)) {
      await instance.call("POST", `/pages/${one.id}/publication`, {});
      const url = `${instance.server.site("demo")}${one.path}`;
      await until("The page to be public", async () => (await statusOf(url)) === 200);
      await page.goto(`${url}?name=${encodeURIComponent(inWords)}`);
      const { sections, oddLinks } = await stirUp(page);
      expect(sections).toEqual(sectionsOf(one));
      expect(oddLinks).toEqual([]);
    }
    nothingHappened();
  });

  it("runs nothing in the preview on the product's host", async () => {
    for (const one of made) {
      const answer = await page.goto(`${instance.server.origin}/w/demo/pages/${one.id}/preview`);
      expect(answer?.headers()["content-security-policy"]).toMatch(
        /^sandbox; default-src 'none'; script-src 'none'/,
      );
      expect(await page.evaluate(() => origin)).toBe("null");
    }
    nothingHappened();
  });

  it("runs nothing in the canvas of the editor", async () => {
    for (const one of made) {
      await page.goto(`${instance.server.origin}/w/demo/pages/${one.id}/edit`);
      await page
        .frameLocator('iframe[title="Page"]')
        .locator(`#vector-${one.given.at(-1)?.index}`)
        .waitFor({ state: "attached", timeout: 60_000 });
      const { sections, oddLinks } = await stirUp(page);
      expect(sections).toEqual(sectionsOf(one));
      expect(oddLinks).toEqual([]);
    }
    nothingHappened();
  });

  it("runs nothing that is put into a text of the canvas, and saves nothing of it", async () => {
    const { id } = await instance.call<{ id: string }>("POST", "/pages", {
      ...{
        site: "demo",
        path: "/pasted",
        title: "Pasted",
        html: "<section><h1>Pasted</h1><p>Here</p></section>",
      },
    });
    await page.goto(`${instance.server.origin}/w/demo/pages/${id}/edit`);
    const canvas = page.frameLocator('iframe[title="Page"]');
    await canvas.getByText("Here").dblclick();
    await canvas.locator("p[contenteditable=true]").waitFor();
    await canvas.locator("body").evaluate(
      (body, given) => {
        for (const html of given) body.ownerDocument.execCommand("insertHTML", false, html);
      },
      hostileVectors.slice(0, 200),
    );
    await stirUp(page);
    await page.keyboard.press("Control+s");
    await page
      .getByRole("status")
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    expect(watch.happened).toEqual([]);
    // The policy of the canvas held up what a browser would have run.
    expect(beyondPictures(watch).length).toBeGreaterThan(0);
    watch.heldUp.length = 0;
    await page.reload();
    await canvas.getByText("Pasted").waitFor();
    await stirUp(page);
    nothingHappened();
  });

  it("shows what people wrote about themselves and their work as words", async () => {
    const { origin, site } = instance.server;
    const form = `<form data-name='${inWords}'><label>${inWords.replaceAll("<", "&lt;")}<input name=email type=email required placeholder='${inWords}' value='${inWords}'></label><label><input type=checkbox name=consent_letter>I agree ${inWords.replaceAll("<", "&lt;")}</label><button>Send</button></form>`;
    const slot = `<h1>Hello <span data-url-text="name">you</span></h1>`;
    const { id } = await instance.call<{ id: string }>("POST", "/pages", {
      ...{ site: "demo", path: "/words", title: inWords, description: inWords, html: slot + form },
    });
    await instance.call("POST", `/pages/${id}/publication`, {});
    await until("The page to be public", async () => (await statusOf(`${site("demo")}/words`)) === 200);
    const lead = await instance.call<{ id: string }>("POST", "/leads", {
      ...{ email: "hostile@people.example", name: inWords, fields: { company: inWords, city: words[1] } },
    });
    const campaign = await instance.call<{ id: string }>("POST", "/campaigns", {
      ...{ name: inWords, subject: inWords, preheader: inWords, segment_id: null },
      html: hostileVectors.slice(0, 36).join("</title></style></textarea></select></template></svg></math>"),
    });
    for (const name of [
      ...words,
      "<svg onload=alert(1)>",
      "javascript:alert(1)",
      "</span><script>alert(1)</script>",
    ]) {
      await page.goto(`${site("demo")}/words?name=${encodeURIComponent(name)}`);
      expect(await page.locator("h1").first().textContent()).toContain("Hello");
      expect(await page.locator("h1 span *").count()).toBe(0);
    }
    expect(await page.title()).toBe(inWords);
    for (const path of [
      ...["pages", `pages/${id}`, `pages/${id}/publishing`, `pages/${id}/history`, `pages/${id}/edit`],
      ...["leads", `leads/${lead.id}`, `leads/${lead.id}/edit`, "leads?q=%22%3E%3Cimg%20src%3Dx%3E"],
      ...["campaigns", `campaigns/${campaign.id}/edit`, `campaigns/${campaign.id}/preview?lead=${lead.id}`],
    ]) {
      await page.goto(`${origin}/w/demo/${path}`, { waitUntil: "load" });
      if (!path.includes("/preview")) await page.locator("h1,h2").first().waitFor();
    }
    nothingHappened();
  });
});
