import { publicId } from "~/lib/ids";
import { mailTemplates } from "~builder/templates/mail-templates";
import type { TestApp } from "../../http/test-app";
import type { ScreenAct, ScreenSamples } from "../screen-sample";
import type { Victim } from "../victim";

const template = () => mailTemplates[0]?.id ?? "";
const running = ({ ids }: Victim) => ({ campaign: publicId("campaign", ids.running) });

const act = (name: string, needs: ScreenAct["needs"], more: Partial<ScreenAct> = {}): ScreenAct => ({
  does: name,
  needs,
  sends: () => ({ form: { act: name } }),
  ...more,
});

async function setDraft({ db }: TestApp["deps"], { workspaceId, ids }: Victim, state: string): Promise<void> {
  await db
    .updateTable("campaigns")
    .set({ state })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", ids.draft)
    .execute();
}

/** The one delivery belongs to the draft, and nobody knows whether it arrived. */
async function leaveUnknown(deps: TestApp["deps"], victim: Victim): Promise<void> {
  await setDraft(deps, victim, "sending");
  await deps.db
    .updateTable("deliveries")
    .set({ state: "unknown", campaign_id: victim.ids.draft })
    .where("workspace_id", "=", victim.workspaceId)
    .execute();
}

const sender = { fromName: "Other", replyTo: "", postalAddress: "2 Quay Street, Bristol BS1 4QA" };

export const campaignSamples: ScreenSamples = {
  "w/:workspace/campaigns": { reads: "campaign:edit" },
  "w/:workspace/campaigns/new": {
    reads: "campaign:edit",
    acts: [
      {
        does: "makes a campaign",
        needs: "campaign:edit",
        sends: () => ({ form: { name: "New", start: template() } }),
      },
    ],
  },
  "w/:workspace/campaigns/:campaign": { reads: "campaign:edit", params: running, search: () => "?decide" },
  "w/:workspace/campaigns/:campaign/edit": {
    reads: "campaign:edit",
    search: () => "?send",
    acts: [
      {
        does: "changes",
        needs: "campaign:edit",
        sends: ({ ids }) => ({
          form: {
            revision: "1",
            name: "Changed",
            subject: "Changed",
            preheader: "",
            senderId: ids.sender,
            topicId: ids.topic,
            segmentId: ids.segment,
          },
        }),
      },
      { does: "sends", needs: "campaign:send", sends: () => ({ form: { act: "send", when: "now" } }) },
    ],
  },
  "w/:workspace/campaigns/:campaign/failed": { reads: "campaign:edit", params: running },
  "w/:workspace/campaigns/:campaign/act": {
    acts: [
      act("copy", "campaign:edit"),
      act("delete", "campaign:edit"),
      act("test", "campaign:edit"),
      act("stop", "campaign:send", { before: (deps, victim) => setDraft(deps, victim, "scheduled") }),
      act("pause", "campaign:send", { before: (deps, victim) => setDraft(deps, victim, "scheduled") }),
      act("resume", "campaign:send", { before: (deps, victim) => setDraft(deps, victim, "paused") }),
      act("retry", "campaign:send", { before: leaveUnknown }),
      act("again", "campaign:send", { before: leaveUnknown }),
      act("leave", "campaign:send", { before: leaveUnknown }),
    ],
  },
  "w/:workspace/campaigns/:campaign/preview": {
    reads: "campaign:edit",
    search: ({ ids }) => `?lead=${publicId("lead", ids.lead)}`,
  },
  "w/:workspace/campaigns/preview-template/:template": {
    reads: "campaign:edit",
    params: () => ({ template: template() }),
  },
  "w/:workspace/outbox": { reads: "campaign:edit" },
  "w/:workspace/outbox/:message": { reads: "campaign:edit" },
  "w/:workspace/outbox/:message/:part": { reads: "campaign:edit", params: () => ({ part: "eml" }) },
  "w/:workspace/settings/senders": {
    reads: "campaign:edit",
    acts: [
      {
        does: "removes a sender",
        needs: "settings:manage",
        sends: ({ ids }) => ({ form: { act: "remove", sender: publicId("sender", ids.sender) } }),
      },
    ],
  },
  "w/:workspace/settings/senders/new": {
    reads: "settings:manage",
    acts: [
      {
        does: "makes a sender",
        needs: "settings:manage",
        sends: () => ({ form: { ...sender, fromEmail: "other@another.example" } }),
      },
    ],
  },
  "w/:workspace/settings/senders/:sender": {
    reads: "settings:manage",
    acts: [
      {
        does: "changes a sender",
        needs: "settings:manage",
        sends: ({ word }) => ({ form: { ...sender, fromEmail: `news@${word}.example` } }),
      },
    ],
  },
};
