import { finalWords } from "~/domain/billing/plan";
import { publicId } from "~/lib/ids";
import { emptyWorkspace } from "../../empty-workspace";
import type { TestApp } from "../../http/test-app";
import type { ScreenAct, ScreenSamples } from "../screen-sample";

/** The first price of the payment service of the walk. */
const samplePlan = { priceId: "price_2Fake", name: "Harbour", amount: 1900, currency: "eur", every: "month" };

async function offerSamplePlan({ db, clock }: TestApp["deps"]) {
  const { priceId, ...rest } = samplePlan;
  const row = { price_id: priceId, ...rest, description: "", offered_at: clock.now() };
  await db.deleteFrom("billing_plans").execute();
  await db.insertInto("billing_plans").values(row).execute();
}

const serviceForm = {
  name: "Tide Count",
  vendor: "Tide Ltd",
  purpose: "Counts visits",
  category: "analytics",
  scripts: "https://tide.example/count.js",
};

const periods = {
  peopleMonths: "36",
  enquiryMonths: "6",
  submissionMonths: "12",
  uploadMonths: "3",
  visitMonths: "12",
  messageMonths: "6",
};

const importsArchive: ScreenAct = {
  does: "sends an archive",
  needs: "workspace:manage",
  sends: () => ({
    form: { serve: "yes" },
    file: { field: "file", name: "a.zip", type: "application/zip", bytes: Buffer.from("PK\x03\x04") },
  }),
  before: (deps, { workspaceId }) => emptyWorkspace(deps, workspaceId),
};

const sendsPiece: ScreenAct = {
  ...importsArchive,
  does: "sends a piece of an archive",
  sends: (victim) => {
    const { file, form } = importsArchive.sends(victim);
    return { file, form: { name: "a.zip", size: "4", modified: "1", at: "0", ...form } };
  },
};

export const settingsSamples: ScreenSamples = {
  "w/:workspace": { reads: "" },
  "w/:workspace/settings": {
    reads: "",
    acts: [
      {
        does: "changes the workspace",
        needs: "settings:manage",
        sends: () => ({ form: { name: "Changed", timeZone: "Europe/Berlin", locale: "de" } }),
      },
    ],
  },
  "w/:workspace/settings/data": {
    reads: "",
    acts: [
      {
        does: "changes how data is treated",
        needs: "settings:manage",
        sends: () => ({ form: { doubleOptIn: "yes", trackingDefault: "anonymous", minimumAge: "18" } }),
      },
    ],
  },
  "w/:workspace/settings/privacy": {
    reads: "",
    acts: [
      {
        does: "changes the notice",
        needs: "settings:manage",
        sends: () => ({
          form: {
            controller: "Changed Ltd",
            contact: "privacy@changed.example",
            postalAddress: "1 Quay Street\nBristol",
            purposes: "Sending news",
            retentionText: "",
            text: "",
          },
        }),
      },
    ],
  },
  "w/:workspace/settings/retention": {
    reads: "",
    acts: [
      {
        does: "changes how long data is kept",
        needs: "settings:manage",
        sends: () => ({
          form: {
            ...periods,
            intent: "save",
            seen: JSON.stringify({ ...periods, afterOptOut: "mail" }).replace(/"(\d+)"/g, "$1"),
            afterOptOut: "mail",
          },
        }),
      },
    ],
  },
  "w/:workspace/settings/members": {
    reads: "",
    acts: [
      {
        does: "invites",
        needs: "member:manage",
        sends: () => ({ form: { intent: "invite", email: "invited@new.example", role: "member" } }),
      },
      {
        does: "withdraws an invitation",
        needs: "member:manage",
        sends: ({ ids }) => ({ form: { intent: "withdraw", invitationId: ids.invitation } }),
      },
      {
        does: "changes a role",
        needs: "member:manage",
        sends: ({ people }) => ({
          form: { intent: "change-role", accountId: people.manager.accountId, role: "admin" },
        }),
      },
      {
        does: "removes a member",
        needs: "member:manage",
        sends: ({ people }) => ({ form: { intent: "remove", accountId: people.admin.accountId } }),
      },
    ],
  },
  "w/:workspace/settings/third-parties": {
    reads: "settings:manage",
    acts: [
      {
        does: "declares a service",
        needs: "settings:manage",
        sends: () => ({ form: serviceForm }),
      },
      {
        does: "changes a service",
        needs: "settings:manage",
        sends: ({ ids }) => ({
          form: { ...serviceForm, service: publicId("thirdParty", ids.thirdParty), name: "Changed" },
        }),
      },
      {
        does: "deletes a service",
        needs: "settings:manage",
        sends: ({ ids }) => ({
          form: { intent: "delete", service: publicId("thirdParty", ids.thirdParty) },
        }),
      },
    ],
  },
  "w/:workspace/settings/billing": {
    reads: "billing:manage",
    acts: [
      {
        does: "orders a plan",
        needs: "billing:manage",
        before: offerSamplePlan,
        sends: () => ({
          form: {
            intent: "order",
            priceId: samplePlan.priceId,
            payerName: "Payer",
            payerEmail: "payer@firm.example",
            agreedWords: finalWords(samplePlan),
            agreed: "yes",
            how: "send",
          },
        }),
      },
    ],
  },
  "w/:workspace/settings/topics": {
    reads: "campaign:edit",
    acts: [
      {
        does: "makes a topic",
        needs: "campaign:edit",
        sends: () => ({ form: { name: "New", description: "" } }),
      },
      {
        does: "changes a topic",
        needs: "campaign:edit",
        sends: ({ ids }) => ({
          form: { topic: publicId("topic", ids.topic), name: "Changed", description: "" },
        }),
      },
      {
        does: "deletes a topic",
        needs: "campaign:edit",
        sends: ({ ids }) => ({ form: { intent: "delete", topic: publicId("topic", ids.topic) } }),
      },
    ],
  },
  "w/:workspace/settings/activity": { reads: "workspace:manage" },
  "w/:workspace/settings/api-keys": {
    reads: "api-key:manage",
    acts: [
      {
        does: "makes a key",
        needs: "api-key:manage",
        sends: () => ({ form: { name: "New", scopes: "pages:read" } }),
      },
      {
        does: "revokes a key",
        needs: "api-key:manage",
        sends: ({ ids }) => ({ form: { intent: "revoke", key: ids.apiKey } }),
      },
    ],
  },
  "w/:workspace/settings/webhooks": {
    reads: "api-key:manage",
    acts: [
      {
        does: "adds an endpoint",
        needs: "api-key:manage",
        sends: () => ({ form: { url: "https://8.8.8.8/hook", events: "lead.captured" } }),
      },
    ],
  },
  "w/:workspace/settings/webhooks/:webhook": {
    reads: "api-key:manage",
    acts: [
      { does: "tries it", needs: "api-key:manage", sends: () => ({ form: { intent: "test" } }) },
      {
        does: "changes an endpoint",
        needs: "api-key:manage",
        sends: () => ({ form: { intent: "save", url: "https://8.8.8.8/changed" } }),
      },
      { does: "switches it off", needs: "api-key:manage", sends: () => ({ form: { intent: "disable" } }) },
      { does: "makes a secret", needs: "api-key:manage", sends: () => ({ form: { intent: "secret" } }) },
      {
        does: "sends a message again",
        needs: "api-key:manage",
        sends: ({ ids }) => ({ form: { intent: "retry", delivery: publicId("message", ids.delivery) } }),
      },
      {
        does: "deletes an endpoint",
        needs: "api-key:manage",
        sends: () => ({ form: { intent: "delete", confirmation: "127.0.0.1:9" } }),
      },
    ],
  },
  "w/:workspace/settings/leave": {
    reads: "workspace:export",
    acts: [
      {
        does: "orders an export",
        needs: "workspace:export",
        sends: () => ({ form: { intent: "export" } }),
      },
      {
        does: "closes the workspace",
        needs: "workspace:terminate",
        sends: ({ word }) => ({ form: { intent: "leave", period: "agreed", name: `Orchard ${word}` } }),
      },
    ],
  },
  "w/:workspace/exports/:export": { reads: "workspace:export" },
  "w/:workspace/settings/import": { reads: "workspace:manage", acts: [importsArchive] },
  "w/:workspace/archive": { acts: [sendsPiece] },
  "w/:workspace/trust": {
    reads: "",
    acts: [
      {
        does: "appeals",
        needs: "workspace:manage",
        sends: () => ({ form: { reason: "We have taken the page down and ask you to look again." } }),
        before: async ({ db }, { workspaceId }) => {
          await db
            .updateTable("workspaces")
            .set({ standing: "suspended" })
            .where("id", "=", workspaceId)
            .execute();
        },
      },
    ],
  },
};
