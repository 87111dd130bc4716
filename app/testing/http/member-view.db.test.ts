import { expect, it } from "vitest";
import * as homeRoute from "~/routes/workspace/home";
import { askRoute } from "../walk/ask-route";
import type { RouteModule } from "../walk/product-routes";
import { makeVictim } from "../walk/victim";
import { useTestApp } from "./test-app";

const app = useTestApp();

it("names campaigns at home only to those who may open them [account.roles]", async () => {
  const { deps } = app();
  const { slug, people } = await makeVictim(deps);
  const context = { deps, nonce: "n", clientIp: "127.0.0.1" } as never;
  const home = (role: keyof typeof people) =>
    askRoute(homeRoute as unknown as RouteModule, {
      url: `http://localhost:3000/w/${slug}`,
      params: { workspace: slug },
      context,
      cookie: people[role].cookie,
    });
  expect((await home("manager")).text).toContain("cmp_");
  const member = await home("member");
  expect(member.status).toBe(200);
  expect(member.text).not.toContain("cmp_");
  expect(JSON.parse(member.text)).toMatchObject({ mayWrite: false, running: [], unsent: [] });
});
