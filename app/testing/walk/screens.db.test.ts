import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayDo, type Permission, roles } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { useTestApp } from "../http/test-app";
import { startStripe } from "../stripe/stripe-server";
import { type Answer, askRoute } from "./ask-route";
import { ofWorkspace, type ProductRoute, productRoutes, type RouteModule } from "./product-routes";
import { rowsOfWorkspace } from "./rows-of-workspace";
import type { ScreenAct, ScreenSample, Sent } from "./screen-sample";
import { otherRoutes, screenSamples } from "./screen-samples";
import { makeVictim, type Victim } from "./victim";

const stripe = await startStripe();
stripe.account.addPrice("Harbour", 1900);
afterAll(() => stripe.close());
const app = useTestApp(stripe.settings);
let context: AppLoadContext;
let victim: Victim;
let stranger: Victim;

beforeAll(async () => {
  const { deps } = app();
  context = { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext;
  victim = await makeVictim(deps, { archive: true });
  stranger = await makeVictim(deps, { archive: true });
});

function paramsOf({ slug, ids }: Victim): Record<string, string> {
  return {
    experiment: publicId("experiment", ids.experiment),
    workspace: slug,
    page: publicId("page", ids.page),
    section: publicId("section", ids.section),
    site: publicId("site", ids.site),
    lead: publicId("lead", ids.lead),
    segment: publicId("segment", ids.segment),
    sender: publicId("sender", ids.sender),
    campaign: publicId("campaign", ids.draft),
    message: ids.message,
    export: ids.export,
    import: publicId("import", ids.import),
    webhook: publicId("webhook", ids.endpoint),
  };
}

interface Request {
  /** Whose ids stand in the address and in what is sent. */
  of: Victim;
  /** Whose workspace the address names; of the same without. */
  at?: Victim;
  cookie: string;
  sent?: Sent;
  search?: string;
}

/** One route as somebody asks it, with the sample's parts of the address. */
function asker(route: ProductRoute, sample: ScreenSample, module: RouteModule) {
  return ({ of, at = of, cookie, sent, search }: Request): Promise<Answer> => {
    const known: Record<string, string> = { ...paramsOf(of), ...sample.params?.(of), workspace: at.slug };
    const params: Record<string, string> = {};
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = known[name];
      if (!value) throw new Error(`${route.name} asks for :${name}, and no sample gives one`);
      params[name] = value;
      return value;
    });
    const url = `http://localhost:3000/${path}${search ?? sample.search?.(of) ?? ""}`;
    return askRoute(module, { url, params, context, cookie }, sent);
  };
}

const namesThing = (route: ProductRoute) => /:(?!workspace\b|template\b|part\b)\w+/.test(route.path);
const rolesWithout = (permission: Permission) => roles.filter((role) => !mayDo(role, permission));

/** Everybody who has no business there, one after the other. */
async function expectStrangersOut(
  route: ProductRoute,
  ask: ReturnType<typeof asker>,
  target: Victim,
  needs: Permission | "",
  given: Pick<Request, "sent" | "search">,
  sentBy?: (of: Victim) => Pick<Request, "sent" | "search">,
): Promise<void> {
  const owner = stranger.people.owner.cookie;
  const signedOut = await ask({ of: target, cookie: "", ...given });
  expect([signedOut.status, /location: \/sign-in/.test(signedOut.text)], "signed out").toEqual([302, true]);
  const foreign = await ask({ of: target, cookie: owner, ...given });
  expect(foreign.status, "owner of another workspace").toBe(404);
  const mixed = await ask({ of: target, at: stranger, cookie: owner, ...given });
  if (namesThing(route)) expect(mixed.status, "own workspace with foreign ids").toBeGreaterThanOrEqual(400);
  const slipped = await ask({ of: stranger, cookie: owner, ...(sentBy?.(target) ?? given) });
  for (const answer of [signedOut, foreign, mixed, slipped]) {
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.text).not.toContain(target.word);
  }
  for (const role of needs === "" ? [] : rolesWithout(needs)) {
    const answer = await ask({ of: target, cookie: target.people[role].cookie, ...given });
    expect(answer.status, `${role} without ${needs}`).toBe(403);
  }
}

const walked = productRoutes.filter(ofWorkspace);

describe("the router", () => {
  it("has sample input for every route of a workspace, and a reason for every other one", () => {
    const missing = walked.filter((route) => !screenSamples[route.path]).map((route) => route.name);
    expect(missing, "add sample input to app/testing/walk/samples").toEqual([]);
    const open = productRoutes.filter((route) => !ofWorkspace(route));
    const unexplained = open.filter((route) => otherRoutes[route.path] === undefined);
    expect(
      unexplained.map((route) => route.name),
      "say in screen-samples.ts what guards it",
    ).toEqual([]);
    const paths = new Set(productRoutes.map((route) => route.path));
    const gone = [...Object.keys(screenSamples), ...Object.keys(otherRoutes)].filter(
      (path) => !paths.has(path),
    );
    expect(gone, "samples of routes that are gone").toEqual([]);
  });
});

describe("a stranger on the screens of a workspace [account.roles]", () => {
  it.each(walked.map((route) => [route.name, route] as const))("%s", async (_name, route) => {
    const { deps } = app();
    const sample = screenSamples[route.path] ?? {};
    const module = await route.load();
    const ask = asker(route, sample, module);
    if (module.loader) {
      expect(sample.reads, "say what reading it needs").toBeDefined();
      const before = await rowsOfWorkspace(deps, victim.workspaceId);
      const own = await ask({ of: victim, cookie: victim.people.owner.cookie });
      expect(own.status, own.text).toBe(200);
      const after = await rowsOfWorkspace(deps, victim.workspaceId);
      await expectStrangersOut(route, ask, victim, sample.reads ?? "", {}, (of) => ({
        search: sample.search?.(of),
      }));
      expect(await rowsOfWorkspace(deps, victim.workspaceId)).toEqual(after);
      // Reading may be written down, and changes nothing else.
      expect({ ...after, audit_entries: "", audit_details: "" }).toEqual({
        ...before,
        audit_entries: "",
        audit_details: "",
      });
    }
    const isSame = walked.find((other) => other.path === route.path && other !== route);
    if (module.action) expect(sample.acts?.length ?? 0, "an action without sample input").toBeGreaterThan(0);
    else if (!isSame) expect(sample.acts ?? []).toEqual([]);
  });
});

const acts = walked.flatMap((route) =>
  (screenSamples[route.path]?.acts ?? []).map((act) => [`${route.name} ${act.does}`, route, act] as const),
);

describe("a stranger who sends what changes a workspace [account.roles]", () => {
  it.each(acts)("%s", async (_name, route, act: ScreenAct) => {
    const { deps } = app();
    const module = await route.load();
    // Of a layout and its first page, the page acts.
    if (!module.action) return;
    const sample = screenSamples[route.path] ?? {};
    const ask = asker(route, sample, module);
    const givenBy = (of: Victim) => ({ sent: act.sends(of), search: act.search?.(of) });
    const target = await makeVictim(deps);
    await act.before?.(deps, target);
    const before = await rowsOfWorkspace(deps, target.workspaceId);
    await expectStrangersOut(route, ask, target, act.needs, givenBy(target), givenBy);
    expect(await rowsOfWorkspace(deps, target.workspaceId)).toEqual(before);
    // The same with the same ids by the owner: what was refused was possible.
    const own = await ask({ of: target, cookie: target.people.owner.cookie, ...givenBy(target) });
    expect(own.status, own.text).toBeLessThan(400);
    const after = await rowsOfWorkspace(deps, target.workspaceId);
    if (!act.changesNothing) expect(after, "the owner's act changes something").not.toEqual(before);
  });
});

describe("a stranger on every other page [account.roles]", () => {
  it.each(productRoutes.filter((route) => !ofWorkspace(route)).map((route) => [route.name, route] as const))(
    "%s tells nothing of a workspace",
    async (_name, route) => {
      const module = await route.load();
      if (!module.loader) return;
      const known: Record<string, string> = {
        token: `${victim.workspaceId}.${"x".repeat(40)}`,
        policy: "terms",
        id: victim.workspaceId,
      };
      const params: Record<string, string> = {};
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
        params[name] = known[name] ?? victim.workspaceId;
        return params[name];
      });
      for (const cookie of ["", stranger.people.owner.cookie]) {
        const asked = { url: `http://localhost:3000/${path}`, params, context, cookie };
        const answer = await askRoute(module, asked);
        expect(answer.status, answer.text).toBeLessThan(500);
        expect(answer.text).not.toContain(victim.word);
        if (otherRoutes[route.path] === "operators only") expect([302, 404]).toContain(answer.status);
        if (otherRoutes[route.path]?.startsWith("capability"))
          expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    },
  );
});
