import { beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "~/domain/accounts/create-account.server";
import { startSession } from "~/domain/accounts/start-session.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import { acceptInvitation } from "~/domain/workspaces/accept-invitation.server";
import { authoriseMember } from "~/domain/workspaces/authorise-member.server";
import { removeMember } from "~/domain/workspaces/change-member.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { inviteMember } from "~/domain/workspaces/invite-member.server";
import * as invitationRoute from "~/routes/invitations/invitation";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { readOutboxMail } from "../db/read-outbox";
import { askRoute } from "../walk/ask-route";
import type { RouteModule } from "../walk/product-routes";
import { useTestApp } from "./test-app";

const app = useTestApp();
const system = { kind: "system", reason: "test" } as const;
const day = 86_400_000;
let places = 0;

beforeAll(() => ensurePolicies(app().deps));

const lettersTo = async (email: string) => {
  const { deps } = app();
  const mails = await readOutboxMail({ deps, folder: deps.config.data.folder } as never);
  return mails.filter(({ to }) => to === email);
};

const person = async (email: string) => {
  const password = "quiet river under seven bridges";
  const { accountId } = await createAccount(app().deps, system, { email, password, name: "" });
  return { id: accountId, email };
};

async function ask(link: string, options: { account?: string; form?: Record<string, string> } = {}) {
  const { deps } = app();
  places += 1;
  const origin = { ip: "100.64.2.1", userAgent: "" };
  const session = options.account && { accountId: options.account, ...origin };
  const cookie = session ? sessionCookie(deps.config, await startSession(deps, deps.db, session)) : "";
  const clientIp = `100.64.3.${places}`;
  const answer = await askRoute(
    invitationRoute as unknown as RouteModule,
    {
      ...{ url: `http://localhost:3000/invitations/${link}`, params: { token: link } },
      ...{ context: { deps, nonce: "n", clientIp } as never, cookie: cookie.split(";")[0] ?? "" },
    },
    options.form && { form: options.form },
  );
  return { ...answer, told: answer.text.startsWith("{") ? JSON.parse(answer.text) : {} };
}

/** A workspace, a guest with an account, and the link that came to their mailbox. */
async function invited(name: string) {
  const { deps } = app();
  const owner = await person(`owner@${name}.example`);
  const actor = { kind: "account", accountId: owner.id } as const;
  await createWorkspace(deps, actor, { slug: name, name, ownerAccountId: owner.id });
  const { member, workspace } = await authoriseMember(deps, owner, { slug: name });
  const workspaceId = workspace.id;
  const guest = await person(`guest@${name}.example`);
  await inviteMember(deps, member, { workspaceId, email: guest.email, role: "manager" });
  const text = (await lettersTo(guest.email)).at(-1)?.text ?? "";
  const link = /\/invitations\/([\w.-]+)/.exec(text)?.[1] ?? "";
  return { owner, member, workspaceId, guest, link };
}

describe("an invitation that has ended [account.roles]", () => {
  it("and was used leads whoever joined into the workspace, and others to signing in", async () => {
    const { deps } = app();
    const { owner, member, workspaceId, guest, link } = await invited("used-inn");
    await acceptInvitation(deps, guest, { link });
    const joined = await ask(link, { account: guest.id });
    expect(joined.status).toBe(410);
    expect(joined.told.ended).toMatchObject({ end: "used", workspaceSlug: "used-inn", isMember: true });
    expect((await ask(link)).told.ended).toMatchObject({ end: "used", isMember: false });
    const late = await ask(link, { account: guest.id, form: {} });
    expect(late.text).toContain(`location: /invitations/${link}`);
    await removeMember(deps, member, { workspaceId, accountId: guest.id });
    expect((await ask(link, { account: guest.id })).told.ended).toMatchObject({ isMember: false });
    expect(await ask(link, { form: { intent: "again" } })).toMatchObject({ status: 302 });
    expect(await lettersTo(owner.email), "nobody asks by a link that was used").toEqual([]);
  });

  it("and ran out asks for a new one, of whoever made it, a few times at most", async () => {
    const { deps } = app();
    const { owner, guest, link } = await invited("late-inn");
    deps.clock.advance(8 * day);
    expect((await ask(link)).told.ended).toEqual({ end: "over", workspaceName: expect.any(String) });
    const asked = await ask(link, { form: { intent: "again" } });
    expect(asked).toMatchObject({ status: 200, told: { asked: true } });
    const [letter] = await lettersTo(owner.email);
    expect(letter?.subject).toBe(`${guest.email} asks for a new invitation`);
    expect(letter?.text).toContain("/w/late-inn/settings/members");
    for (let round = 0; round < 9; round += 1) await ask(link, { form: { intent: "again" } });
    expect((await lettersTo(owner.email)).length).toBe(5);
  });

  it("tells nothing of a workspace whose link was never real, and says who it is for to another account", async () => {
    const { workspaceId, link } = await invited("shut-inn");
    const made = `${workspaceId}.${"x".repeat(43)}`;
    expect((await ask(made)).told.ended).toEqual({ end: "unknown" });
    expect((await ask(made, { form: { intent: "again" } })).status).toBe(302);
    const other = await person("other@shut-inn.example");
    expect((await ask(link, { account: other.id })).told.found).toMatchObject({ isOfOther: true });
  });
});
