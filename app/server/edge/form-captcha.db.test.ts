import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { captchaSettings, captchaVendor } from "~/testing/http/captcha-vendor";
import { useTestApp } from "~/testing/http/test-app";

const service = await captchaVendor();
const app = useTestApp(captchaSettings(service.origin));
let site: TestSite;
let action = "";
let token = "";

const host = "harbour.localhost:3000";
const page = (path: string, headers: Record<string, string> = {}) =>
  app().app.inject({ url: path, headers: { host, ...headers } });

async function send(name: string, captcha?: string) {
  const answer = await app().app.inject({
    method: "POST",
    url: action,
    payload: new URLSearchParams({
      _t: token,
      email: `${name}@example.org`,
      ...(captcha === undefined ? {} : { _captcha: captcha }),
    }).toString(),
    headers: { host, accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
  });
  expect(answer.statusCode).toBe(201);
  const { state, quarantine_reason } = await app()
    .deps.db.selectFrom("submissions")
    .select(["state", "quarantine_reason"])
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return quarantine_reason || state;
}

async function publish(path: string, html: string, language = "en") {
  const { deps } = app();
  const made = await createPage(deps, site.owner, {
    siteId: site.site.id,
    path,
    title: "Join",
    html,
    language,
  });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: made.id });
}

const form =
  "<h1>Join</h1><form><label>E-mail <input type=email name=email></label><button>Join</button></form>";

beforeAll(async () => {
  site = await makeTestSite(app().deps, { slug: "harbour" });
  await publish("/join", form);
  await publish("/mach-mit", form, "de");
  await publish("/about", "<h1>About</h1>");
  const { body } = await page("/join");
  action = /action="(\/f\/[^"]+)"/.exec(body)?.[1] ?? "";
  token = /name="_t" value="([^"]+)"/.exec(body)?.[1] ?? "";
}, 60_000);
afterAll(() => service.close());

describe("[forms.captcha] a service that the operator set", () => {
  it("is in no page and no policy before the visitor agreed, and is named in the question", async () => {
    const { body, headers } = await page("/join");
    expect(body).not.toContain(`src="${service.origin}`);
    expect(body).not.toContain("captcha.js");
    expect(headers["content-security-policy"]).not.toContain(service.origin);
    expect(body).toContain("reCAPTCHA");
    expect((await page("/mach-mit")).body).toContain("Unterscheidet beim Absenden");
  });

  it("comes with consent, on pages with a form alone, under a policy that names it", async () => {
    const mark = /&quot;o&quot;:&quot;(\w+)&quot;/.exec((await page("/join")).body)?.[1];
    const agreed = { cookie: `foyer_consent=2.f--.${mark}` };
    const { body, headers } = await page("/join", agreed);
    expect(body).toContain(`<script src="${service.origin}/recaptcha/api.js?render=site-key-1" async>`);
    expect(body).toContain('src="/_foyer/captcha.js" defer data-vendor="recaptcha" data-key="site-key-1"');
    expect(String(headers["content-security-policy"])).toMatch(
      new RegExp(`script-src [^;]*${service.origin}/recaptcha/api.js`),
    );
    const withoutForm = await page("/about", agreed);
    expect(withoutForm.body).not.toContain("consent.js");
    expect(withoutForm.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const refused = await page("/join", { cookie: `foyer_consent=2.---.${mark}` });
    expect(refused.body).not.toContain(`src="${service.origin}`);
  });

  it("lets in whom it takes for a person, and leaves others waiting in quarantine with the normal answer", async () => {
    expect(await send("person", "person")).toBe("accepted");
    expect(await send("program", "program")).toBe("captcha");
    expect(await send("elsewhere", "elsewhere")).toBe("captcha");
    expect(await send("otherwise", "otherwise")).toBe("captcha");
    expect(await send("replayed", "seen-before")).toBe("captcha");
    expect(await send("giant", "x".repeat(9000))).toBe("captcha");
  });

  it("keeps nobody out who has no script or did not agree, nor when it fails itself", async () => {
    expect(await send("plain")).toBe("accepted");
    expect(await send("empty", "")).toBe("accepted");
    expect(await send("broken", "broken")).toBe("accepted");
    expect(await send("own-fault", "refused")).toBe("accepted");
  });
});
