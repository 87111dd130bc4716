import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noticeRules } from "~/domain/acceptable-use/abuse-notice";
import { fileAbuseNotice } from "~/domain/acceptable-use/file-abuse-notice.server";
import { letterRequests, signInAttempts } from "~/domain/accounts/attempt-limits.server";
import { sealIdentity } from "~/domain/accounts/outside-seal.server";
import { registerAccount } from "~/domain/accounts/register-account.server";
import { registerIdentity } from "~/domain/accounts/register-identity.server";
import { requestPasswordReset } from "~/domain/accounts/reset-password.server";
import { proveAccount } from "~/domain/accounts/sign-in.server";
import { requestAddressChange } from "~/domain/campaigns/request-address-change.server";
import { isDomainError } from "~/domain/domain-error";
import { createPage } from "~/domain/pages/create-page.server";
import { filePrivacyRequest } from "~/domain/privacy/file-privacy-request.server";
import { unlockPreviewLink } from "~/domain/publishing/open-preview-link.server";
import type { PreviewLink } from "~/domain/publishing/preview-link";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { pageToken } from "~/domain/tracking/page-token.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";
import { createPageViewSink, type PageViewSink } from "./edge/page-views.server";

const test = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
const visitor = { kind: "visitor", ip: "" } as const;
const host = "limits.localhost:3000";
let shop: TestSite;
let token = "";
let form = "";
let views: PageViewSink;

beforeAll(async () => {
  const { app, deps } = test();
  shop = await makeTestSite(deps, { slug: "limits" });
  const { workspaceId } = shop;
  const page = await createPage(deps, shop.owner, {
    ...{ siteId: shop.site.id, path: "/", title: "Limits" },
    html: `<h1>Limits</h1><form><label>E-mail <input type="email" name="email" required></label><button>Go</button></form>`,
  });
  await publishPage(deps, shop.owner, { workspaceId, pageId: page.id });
  form = /action="(\/f\/[^"]+)"/.exec((await app.inject({ url: "/", headers: { host } })).body)?.[1] ?? "";
  const [pageId, pageVersionId] = [page.id, deps.ids.next()];
  token = pageToken(deps, { workspaceId, pageId, pageVersionId, siteId: shop.site.id });
  views = createPageViewSink(deps);
});
afterAll(() => views.drain());

/** Asks from an address; true for who is told, or shown by what becomes of it, that there were too many tries. */
type Ask = (ip: string) => Promise<boolean>;

async function send(url: string, fields: Record<string, string>, ip: string): Promise<boolean> {
  const answer = await test().app.inject({
    ...{ method: "POST", url, payload: new URLSearchParams(fields).toString() },
    headers: {
      host,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": ip,
    },
  });
  return answer.statusCode === 429;
}

async function view(ip: string): Promise<boolean> {
  const before = views.counts.get("flood") ?? 0;
  const beacon = { t: token, v: test().deps.ids.next() };
  const given = { host, userAgent: "Firefox", gpc: false, cookies: "", placeHeader: "", isProxied: false };
  await views.take({ ...given, body: Buffer.from(JSON.stringify(beacon)), ip });
  return (views.counts.get("flood") ?? 0) > before;
}

const tooMany =
  (work: (ip: string) => unknown): Ask =>
  async (ip) => {
    try {
      await work(ip);
      return false;
    } catch (error) {
      return isDomainError(error) && error.code === "too_many_attempts";
    }
  };

let people = 0;
const somebody = () => {
  people += 1;
  return `person${people}@limits.example`;
};
const rules = { acceptedPolicyVersion: 1, termsVersion: 1 };
const link = { id: "a link", passwordHash: "none" } as PreviewLink & { passwordHash: string };
const nobody = { workspaceId: "", topicId: "", addressHash: "", deliveryId: "" };
const identity = () => {
  const named = { providerId: "oidc", providerName: "Quay", issuer: "https://id.example", next: "/" };
  return sealIdentity(test().deps, { ...named, subject: somebody(), email: somebody(), name: "Ada" });
};
const letter = (ip: string) => letterRequests.count(test().deps.clock, ip);

/** Each limit by address: how many tries it takes, how to ask, and what counts as a try where asking is dear. */
const limits: [string, number, Ask, ((ip: string) => void)?][] = [
  ["a form", 60, (ip) => send(form, { email: "no" }, ip)],
  ["a cookie choice", 30, (ip) => send("/consent", { t: token, all: "no" }, ip)],
  ["page views", 600, view],
  [
    "the password of one account",
    10,
    tooMany((ip) => proveAccount(test().deps, visitor, { email: "ada@limits.example", password: "no", ip })),
  ],
  [
    "passwords of any account",
    100,
    tooMany((ip) => proveAccount(test().deps, visitor, { email: somebody(), password: "no", ip })),
    (ip) => signInAttempts.begin(test().deps.clock, somebody(), ip),
  ],
  [
    "the password of a preview link",
    8,
    tooMany((ip) => unlockPreviewLink(test().deps, link, { password: "no", ip })),
  ],
  [
    "signing up",
    30,
    tooMany((ip) =>
      registerAccount(test().deps, visitor, {
        ...rules,
        ...{ email: somebody(), password: "correct horse of limits battery", name: "Ada", ip },
      }),
    ),
    letter,
  ],
  [
    "signing up by the word of a provider",
    30,
    tooMany((ip) =>
      registerIdentity(test().deps, { ...rules, sealed: identity(), name: "Ada", ip, userAgent: "" }),
    ),
    letter,
  ],
  [
    "a new password",
    30,
    tooMany((ip) => requestPasswordReset(test().deps, visitor, { email: somebody(), ip })),
  ],
  [
    "a report of abuse",
    30,
    tooMany((ip) =>
      fileAbuseNotice(test().deps, ip, {
        ...{ workspaceId: shop.workspaceId, rule: Object.keys(noticeRules)[0], subject: "The page at /" },
        explanation: "It asks for the password of my bank.",
      }),
    ),
  ],
  [
    "a request about one's data",
    30,
    tooMany((ip) =>
      filePrivacyRequest(test().deps, ip, {
        ...{ workspaceId: shop.workspaceId, kind: "access", email: somebody() },
      }),
    ),
  ],
  [
    "a new address for mail",
    30,
    tooMany((ip) => requestAddressChange(test().deps, nobody, { email: somebody(), ip, language: "en" })),
  ],
];

describe("tries are counted together for all addresses of one IPv6 network, and its neighbours' apart", () => {
  it.each(limits.map((limit, index) => [...limit, index] as const))("%s", async (...row) => {
    const [, most, ask, spend] = row;
    const network = `2001:db8:${row.at(-1)}`;
    const from = (last: number) => `${network}:1::${last.toString(16)}`;
    for (let tried = 1; tried <= most; tried += 1) {
      if (typeof spend === "function") spend(from(tried));
      else expect([tried, await ask(from(tried))]).toEqual([tried, false]);
    }
    expect(await ask(`${network}:1:ffff::1`)).toBe(true);
    expect(await ask(`${network}:2::1`)).toBe(false);
  });
});
