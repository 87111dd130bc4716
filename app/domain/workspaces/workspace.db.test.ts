import { beforeAll, describe, expect, it } from "vitest";
import { readOutboxMail } from "~/testing/db/read-outbox";
import { useTestInstance } from "~/testing/db/test-deps";
import { createAccount } from "../accounts/create-account.server";
import type { Role } from "../actor";
import { ensurePolicies } from "../policies/ensure-policies.server";
import { acceptInvitation, checkInvitation, joinWithNewAccount } from "./accept-invitation.server";
import { authoriseMember } from "./authorise-member.server";
import { changeMemberRole, removeMember } from "./change-member.server";
import { changeStanding } from "./change-standing.server";
import { createWorkspace } from "./create-workspace.server";
import { findWorkspaceById, findWorkspaceBySlug } from "./find-workspace.server";
import { inviteMember, withdrawInvitation } from "./invite-member.server";
import { listMembers } from "./list-members.server";
import { listAllWorkspaces, listOwnWorkspaces } from "./list-workspaces.server";
import { standingGate } from "./standing-gate.server";
import { savePrivacySettings, updateWorkspace } from "./update-workspace.server";

const instance = useTestInstance();
const password = "quiet river under seven bridges";
const system = { kind: "system", reason: "test" } as const;
let people = 0;

beforeAll(() => ensurePolicies(instance().deps));

async function person() {
  people += 1;
  const email = `person-${people}@example.org`;
  const { accountId } = await createAccount(instance().deps, system, {
    email,
    password,
    name: `Person ${people}`,
  });
  return { id: accountId, email };
}

async function room(slug: string) {
  const { deps } = instance();
  const owner = await person();
  const workspace = await createWorkspace(
    deps,
    { kind: "account", accountId: owner.id },
    {
      slug,
      name: `The ${slug} room`,
      ownerAccountId: owner.id,
    },
  );
  const { member } = await authoriseMember(deps, owner, { slug });
  return { owner, workspace, member };
}

/** Invites a new person, who accepts; their account and who they are in the workspace. */
async function join(made: Awaited<ReturnType<typeof room>>, role: Role) {
  const { deps } = instance();
  const account = await person();
  const link = await invite(made, account.email, role);
  await acceptInvitation(deps, account, { link });
  const { member } = await authoriseMember(deps, account, { slug: made.workspace.slug });
  return { account, member };
}

async function invite({ member, workspace }: Awaited<ReturnType<typeof room>>, email: string, role: Role) {
  await inviteMember(instance().deps, member, { workspaceId: workspace.id, email, role });
  const mail = (await readOutboxMail(instance())).filter(({ to }) => to === email).at(-1);
  return /\/invitations\/([\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

describe("a workspace", () => {
  it("begins in good standing, with an owner, double opt-in and an age limit", async () => {
    const { workspace, owner } = await room("north");
    expect(workspace).toMatchObject({
      standing: "good",
      doubleOptIn: true,
      minimumAge: 16,
      trackingDefault: "anonymous",
    });
    expect(await listOwnWorkspaces(instance().deps, owner.id)).toMatchObject([
      { slug: "north", role: "owner" },
    ]);
  });

  it.each(["Admin", "paypal-login", "a", "two--hyphens", "www", "ümlaut", "x".repeat(41), "../etc"])(
    "cannot take the address %s",
    async (slug) => {
      await expect(room(slug)).rejects.toMatchObject({ details: { fields: { slug: expect.any(String) } } });
    },
  );

  it("keeps its address to itself", async () => {
    await room("south");
    await expect(room("South")).rejects.toMatchObject({ code: "slug_taken" });
  });

  it("takes settings that fit and refuses the others field by field", async () => {
    const { deps } = instance();
    const { workspace, member } = await room("east");
    const change = (settings: Record<string, unknown>) =>
      updateWorkspace(deps, member, { workspaceId: workspace.id, settings });
    expect(await change({ timeZone: "Europe/Vienna", doubleOptIn: "no", minimumAge: "18" })).toMatchObject({
      timeZone: "Europe/Vienna",
      doubleOptIn: false,
      minimumAge: 18,
      name: "The east room",
    });
    await expect(change({ timeZone: "Moon/Crater", minimumAge: 12, name: "\u202e " })).rejects.toMatchObject({
      details: {
        fields: {
          timeZone: expect.any(String),
          minimumAge: expect.stringContaining("13"),
          name: expect.any(String),
        },
      },
    });
  });

  it("keeps a privacy notice as it was given, lines and all [pages.notice]", async () => {
    const { deps } = instance();
    const { workspace, member } = await room("west");
    const settings = {
      controller: "Baker & Söhne GmbH",
      contact: "data@example.org",
      postalAddress: "Hauptstraße 1\r\n1010 Wien\nAustria",
      purposes: ["Answer you", "", "Answer you", "Send news"],
      retentionMonths: "12",
      retentionText: "",
      text: "'; drop table workspaces; --",
    };
    await savePrivacySettings(deps, member, { workspaceId: workspace.id, settings });
    expect((await findWorkspaceById(deps, workspace.id))?.privacySettings).toMatchObject({
      controller: "Baker & Söhne GmbH",
      postalAddress: "Hauptstraße 1\n1010 Wien\nAustria",
      purposes: ["Answer you", "Send news"],
      retentionMonths: 12,
      text: "'; drop table workspaces; --",
    });
    const broken = savePrivacySettings(deps, member, {
      workspaceId: workspace.id,
      settings: { ...settings, contact: "x" },
    });
    await expect(broken).rejects.toMatchObject({ details: { fields: { contact: expect.any(String) } } });
  });
});

describe("a stranger", () => {
  it("gets the answer of a workspace that does not exist [account.roles]", async () => {
    const { deps } = instance();
    const { workspace } = await room("walled");
    const stranger = await person();
    const knock = (slug: string) => authoriseMember(deps, stranger, { slug }).catch((error) => error.message);
    expect(await knock("walled")).toBe(await knock("nowhere"));
    const other = await room("other");
    const reach = updateWorkspace(deps, other.member, {
      workspaceId: workspace.id,
      settings: { name: "Mine" },
    });
    await expect(reach).rejects.toMatchObject({ kind: "not_found" });
    const throwOut = removeMember(deps, other.member, {
      workspaceId: workspace.id,
      accountId: other.owner.id,
    });
    await expect(throwOut).rejects.toMatchObject({ kind: "not_found" });
    expect((await findWorkspaceBySlug(deps, "walled"))?.name).toBe("The walled room");
  });

  it("leaves a trace of the try, and so does a member without the right [account.audit]", async () => {
    const { deps } = instance();
    const made = await room("traced");
    const { account } = await join(made, "member");
    const refused = authoriseMember(deps, account, { slug: "traced", permission: "campaign:send" });
    await expect(refused).rejects.toMatchObject({ kind: "forbidden" });
    const stranger = await person();
    await expect(authoriseMember(deps, stranger, { slug: "traced" })).rejects.toMatchObject({
      kind: "not_found",
    });
    const denied = await deps.db
      .selectFrom("audit_entries")
      .select(["actor_id", "target_id"])
      .where("workspace_id", "=", made.workspace.id)
      .where("action", "=", "access:denied")
      .orderBy("id")
      .execute();
    expect(denied).toEqual([
      { actor_id: account.id, target_id: "campaign:send" },
      { actor_id: stranger.id, target_id: "workspace" },
    ]);
  });
});

describe("an invitation [account.roles]", () => {
  it("makes its addressee a member, once", async () => {
    const { deps } = instance();
    const made = await room("welcome");
    const guest = await person();
    const link = await invite(made, guest.email, "manager");
    expect(await checkInvitation(deps, link)).toMatchObject({ role: "manager", accountId: guest.id });
    const other = await person();
    await expect(acceptInvitation(deps, other, { link })).rejects.toMatchObject({
      code: "invitation_of_other",
    });
    await acceptInvitation(deps, guest, { link });
    await expect(acceptInvitation(deps, guest, { link })).rejects.toMatchObject({ kind: "gone" });
    const { members, invitations } = await listMembers(deps, made.workspace.id);
    expect(members.map(({ role }) => role)).toEqual(["owner", "manager"]);
    expect(invitations).toEqual([]);
  });

  it("makes an account for somebody new, whose mailbox it proves", async () => {
    const { deps } = instance();
    const made = await room("fresh");
    const link = await invite(made, "newcomer@example.org", "member");
    const joined = await joinWithNewAccount(deps, {
      link,
      name: "New",
      password,
      acceptedVersions: { "acceptable-use": 1, terms: 1 },
      ip: "203.0.113.5",
      userAgent: "",
    });
    expect(joined.workspaceSlug).toBe("fresh");
  });

  it("is gone after a week, when withdrawn, and for made-up links", async () => {
    const { deps } = instance();
    const made = await room("brief");
    const link = await invite(made, "late@example.org", "member");
    const { invitations } = await listMembers(deps, made.workspace.id);
    await withdrawInvitation(deps, made.member, {
      workspaceId: made.workspace.id,
      invitationId: invitations[0]?.id ?? "",
    });
    const second = await invite(made, "late@example.org", "member");
    deps.clock.advance(8 * 86_400_000);
    const elsewhere = `${(await room("elsewhere")).workspace.id}.${second.split(".")[1]}`;
    for (const dead of [link, second, elsewhere, "", ".", "x.y", `${made.workspace.id}.`]) {
      await expect(checkInvitation(deps, dead)).rejects.toMatchObject({ kind: "gone" });
    }
  });

  it("cannot give a role above one's own", async () => {
    const { deps } = instance();
    const made = await room("ranks");
    const { member: admin } = await join(made, "admin");
    const asOwner = inviteMember(deps, admin, {
      workspaceId: made.workspace.id,
      email: "x@example.org",
      role: "owner",
    });
    await expect(asOwner).rejects.toMatchObject({ code: "role_above_own" });
    const { member: plain } = await join(made, "member");
    const byMember = inviteMember(deps, plain, {
      workspaceId: made.workspace.id,
      email: "x@example.org",
      role: "member",
    });
    await expect(byMember).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("members", () => {
  it("cannot lose their last owner, nor be demoted by somebody below", async () => {
    const { deps } = instance();
    const made = await room("throne");
    const workspaceId = made.workspace.id;
    const { member: admin, account } = await join(made, "admin");
    const demote = changeMemberRole(deps, admin, { workspaceId, accountId: made.owner.id, role: "member" });
    await expect(demote).rejects.toMatchObject({ code: "role_above_own" });
    const leave = removeMember(deps, made.member, { workspaceId, accountId: made.owner.id });
    await expect(leave).rejects.toMatchObject({ code: "last_owner" });
    await changeMemberRole(deps, made.member, { workspaceId, accountId: account.id, role: "owner" });
    await removeMember(deps, made.member, { workspaceId, accountId: made.owner.id });
    await expect(authoriseMember(deps, made.owner, { slug: "throne" })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("two owners who take each other out at the same moment", () => {
  it("leave one of them", async () => {
    const { deps } = instance();
    for (let round = 0; round < 4; round += 1) {
      const made = await room(`duel-${round}`);
      const workspaceId = made.workspace.id;
      const { member: rival, account } = await join(made, "owner");
      await Promise.allSettled([
        removeMember(deps, made.member, { workspaceId, accountId: account.id }),
        removeMember(deps, rival, { workspaceId, accountId: made.owner.id }),
      ]);
      const { members } = await listMembers(deps, workspaceId);
      expect(members.map(({ role }) => role)).toEqual(["owner"]);
    }
  });
});

describe("whoever loses the right to invite", () => {
  it("has no invitation of their own left to come back by", async () => {
    const { deps } = instance();
    const made = await room("sealed");
    const workspaceId = made.workspace.id;
    const { member: admin, account } = await join(made, "admin");
    const asAdmin = { ...made, member: admin };
    const back = await invite(asAdmin, "back-door@example.org", "admin");
    const helper = await invite(asAdmin, "helper@example.org", "member");
    await changeMemberRole(deps, made.member, { workspaceId, accountId: account.id, role: "manager" });
    for (const link of [back, helper])
      await expect(checkInvitation(deps, link)).rejects.toMatchObject({ kind: "gone" });

    const { member: other, account: second } = await join(made, "admin");
    const again = await invite({ ...made, member: other }, "back-door@example.org", "member");
    const ofOwner = await invite(made, "guest@example.org", "member");
    await removeMember(deps, made.member, { workspaceId, accountId: second.id });
    await expect(checkInvitation(deps, again)).rejects.toMatchObject({ kind: "gone" });
    expect(await checkInvitation(deps, ofOwner)).toMatchObject({ role: "member" });
  });

  it("leaves invitations to their colleagues when they go by themselves", async () => {
    const { deps } = instance();
    const made = await room("parting");
    const { member: admin, account } = await join(made, "admin");
    const link = await invite({ ...made, member: admin }, "colleague@example.org", "member");
    await removeMember(deps, admin, { workspaceId: made.workspace.id, accountId: account.id });
    expect(await checkInvitation(deps, link)).toMatchObject({ role: "member" });
  });
});

describe("standing [aup.suspend]", () => {
  it("changes with its audit entry and the news for every cache, and closes the gate", async () => {
    const { deps } = instance();
    const { workspace } = await room("judged");
    const gate = () =>
      standingGate.decide(deps.db as never, [
        { workspaceId: workspace.id, leadId: "", addressHash: "", topicId: "", email: "" },
        { workspaceId: "0".repeat(26), leadId: "", addressHash: "", topicId: "", email: "" },
      ]);
    expect(await gate()).toEqual(["allow", { hold: "workspace_gone" }]);
    const move = (standing: "good" | "paused" | "suspended" | "closing") =>
      deps.transact((tx) =>
        changeStanding(
          deps,
          tx,
          { kind: "staff", accountId: "" },
          { workspaceId: workspace.id, standing, reason: "Spam" },
        ),
      );
    expect(await move("suspended")).toBe(true);
    expect(await move("suspended")).toBe(false);
    expect(await gate()).toEqual([{ hold: "workspace_suspended" }, { hold: "workspace_gone" }]);
    await expect(move("paused")).rejects.toMatchObject({ code: "standing_not_changed" });
    const news = await deps.db
      .selectFrom("edge_changes")
      .select(["kind", "ref"])
      .where("workspace_id", "=", workspace.id)
      .execute();
    expect(news).toEqual([{ kind: "standing", ref: workspace.id }]);
    const audit = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspace.id)
      .orderBy("id")
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(["workspace:create", "workspace:suspended"]);
  });

  it("makes a closing workspace read-only", async () => {
    const { deps } = instance();
    const { workspace, member } = await room("leaving");
    await deps.transact((tx) =>
      changeStanding(deps, tx, member, {
        workspaceId: workspace.id,
        standing: "closing",
        reason: "Moved on",
      }),
    );
    const change = updateWorkspace(deps, member, { workspaceId: workspace.id, settings: { name: "Stay" } });
    await expect(change).rejects.toMatchObject({ code: "workspace_closing" });
  });
});

describe("the operator's list of workspaces", () => {
  it("finds by a part of the name or address, whatever its case, and by standing", async () => {
    const { deps } = instance();
    const { workspace } = await room("quay-hundred-percent");
    const found = async (filter: Parameters<typeof listAllWorkspaces>[1]) =>
      (await listAllWorkspaces(deps, filter)).map(({ slug }) => slug);
    expect(await found({ limit: 50, q: "PERCENT" })).toEqual([workspace.slug]);
    expect(await found({ limit: 50, q: "%_" })).toEqual([]);
    await deps.transact((tx) =>
      changeStanding(deps, tx, system, { workspaceId: workspace.id, standing: "suspended", reason: "test" }),
    );
    expect(await found({ limit: 50, q: "percent", standing: "good" })).toEqual([]);
    expect(await found({ limit: 50, q: "percent", standing: "suspended" })).toEqual([workspace.slug]);
  });
});
