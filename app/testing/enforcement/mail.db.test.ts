import { describe, expect, it } from "vitest";
import { startDeliveryEngine } from "~/domain/campaigns/delivery-engine.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import type { Gate, GateName } from "~/domain/mail/gate";
import { recipientToken } from "~/domain/suppression/recipient-token.server";
import { suppressAddress } from "~/domain/suppression/suppress-address.server";
import { changeStanding } from "~/domain/workspaces/change-standing.server";
import { buildApp } from "~/server/app.server";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "../factories/test-campaign";
import { type TestApp, useTestApp } from "../http/test-app";
import { forgetting, over, seeing, withoutGate } from "./without";

type Deps = TestApp["deps"];
const app = useTestApp();
let made = 0;

interface Scenario {
  deps?: Deps;
  /** Gates of the freezing and of the sending. */
  gates?: (all: readonly Gate[]) => readonly Gate[];
  lead?: { mail: boolean };
  before?: (at: Person) => Promise<unknown>;
  /** After the audience was frozen, before anything has left. */
  between?: (at: Person) => Promise<unknown>;
}

interface Person {
  deps: Deps;
  workspaceId: string;
  addressHash: string;
}

/** Whether the one person of a workspace gets a campaign. */
async function getsMail(scenario: Scenario): Promise<boolean> {
  const given = scenario.deps ?? app().deps;
  const deps: Deps = { ...given, gates: scenario.gates?.(given.gates) ?? given.gates };
  made += 1;
  const own = await makeTestWriter(app().deps, `without-${made}`);
  const { workspaceId } = own;
  const email = `person${made}@without.example`;
  const [lead] = await insertTestLeads(app().deps, workspaceId, [{ email }], scenario.lead);
  const at: Person = { deps, workspaceId, addressHash: lead?.addressHash ?? "" };
  await scenario.before?.(at);
  const { id: campaignId } = await makeTestCampaign(deps, own);
  await startDelivery(deps, system, { workspaceId, campaignId });
  await scenario.between?.(at);
  const engine = startDeliveryEngine(deps, { transport: deps.transport, gates: deps.gates });
  try {
    const settled = async () =>
      ["sent", "paused"].includes((await getCampaign(deps, workspaceId, campaignId)).state);
    for (let tries = 0; tries < 400 && !(await settled()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await settled(), "the campaign came to an end").toBe(true);
  } finally {
    await engine.stop();
  }
  const left = await deps.db
    .selectFrom("outbox_messages")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("to_address", "=", email)
    .execute();
  return left.length > 0;
}

const without = (name: GateName) => (all: readonly Gate[]) => withoutGate(all, name);

describe("somebody who unsubscribed by the link [email.optout] [email.unsubscribe]", () => {
  const oneClick = async ({ deps, workspaceId, addressHash }: Person) => {
    const token = recipientToken(deps, "unsubscribe", {
      workspaceId,
      addressHash,
      topicId: "",
      deliveryId: "",
    });
    const server = await buildApp(deps);
    const answer = await server.inject({
      method: "POST",
      url: `/u/${token}`,
      headers: { host: "localhost:3000", "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    await server.close();
    expect(answer.statusCode).toBe(200);
  };

  it("gets no later campaign", async () => {
    expect(await getsMail({})).toBe(true);
    expect(await getsMail({ before: oneClick })).toBe(false);
  });

  it("would get one if nobody asked for opt-outs, or if they were not kept", async () => {
    // Unsubscribing withdraws the consent too, so both would have to fail.
    const unasked = (all: readonly Gate[]) => withoutGate(withoutGate(all, "suppression"), "consent");
    expect(await getsMail({ before: oneClick, gates: unasked })).toBe(true);
  });
});

describe("somebody suppressed after the audience was frozen [email.unsubscribe]", () => {
  const suppress = ({ deps, workspaceId, addressHash }: Person) =>
    suppressAddress(deps, system, { workspaceId, addressHash, reason: "unsubscribe", source: "one_click" });

  it("gets nothing", async () => {
    expect(await getsMail({ between: suppress })).toBe(false);
  });

  it("would get it without the gate at the last moment, or if the suppression was not kept", async () => {
    expect(await getsMail({ between: suppress, gates: without("suppression") })).toBe(true);
    const forgetful = over(app().deps, forgetting("suppressions"));
    expect(await getsMail({ deps: forgetful, between: suppress })).toBe(true);
  });
});

describe("somebody without recorded basis [email.unsolicited] [consent.record]", () => {
  it("gets nothing", async () => {
    expect(await getsMail({ lead: { mail: false } })).toBe(false);
  });

  it("is kept back a second time by the message itself, which needs one", async () => {
    expect(await getsMail({ lead: { mail: false }, gates: without("consent") })).toBe(false);
  });

  const withdraw = ({ deps, workspaceId }: Person) =>
    deps.db
      .updateTable("consent_states")
      .set({ state: "withdrawn" })
      .where("workspace_id", "=", workspaceId)
      .execute();

  it("gets nothing once the basis is withdrawn", async () => {
    expect(await getsMail({ between: withdraw })).toBe(false);
  });

  it("would get it without the gate", async () => {
    expect(await getsMail({ between: withdraw, gates: without("consent") })).toBe(true);
  });
});

describe("a workspace suspended after the audience was frozen [aup.suspend]", () => {
  const suspend = ({ deps, workspaceId }: Person) =>
    deps.transact((tx) =>
      changeStanding(deps, tx, system, { workspaceId, standing: "suspended", reason: "test" }),
    );

  it("sends nothing", async () => {
    expect(await getsMail({ between: suspend })).toBe(false);
  });

  it("sends nothing without the gate either, since the engine looks before it feeds", async () => {
    expect(await getsMail({ between: suspend, gates: without("standing") })).toBe(false);
  });

  it("would send if nobody looked at its standing", async () => {
    expect(await getsMail({ deps: over(app().deps, seeing("standing", "good")), between: suspend })).toBe(
      true,
    );
  });
});
