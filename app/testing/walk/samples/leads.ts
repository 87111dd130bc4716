import { suppressEmail } from "~/domain/suppression/suppress-email.server";
import { publicId } from "~/lib/ids";
import type { ScreenAct, ScreenSamples } from "../screen-sample";
import type { Victim } from "../victim";

const consent = (intent: string, more: Record<string, string> = {}): ScreenAct => ({
  does: `${intent}s mail`,
  needs: "lead:edit",
  sends: () => ({ form: { intent, ...more } }),
});

const quarantine = (intent: string): ScreenAct => ({
  does: `${intent}s what waits`,
  needs: "lead:edit",
  sends: ({ ids }) => {
    const submission = publicId("submission", ids.submission);
    const form: Record<string, string> =
      intent === "restore" ? { intent, ids: submission } : { intent, submission };
    return { form };
  },
});

const erase = {
  does: "erases",
  needs: "lead:edit",
  sends: (victim: Victim) => ({ form: { confirmation: `jo@${victim.word}.example` } }),
} as const;
const thisLead = ({ ids }: Victim) => `?lead=${publicId("lead", ids.lead)}`;
const rule = { rule: "r0", "r0.kind": "field", "r0.field": "city", "r0.is": "contains", "r0.value": "a" };

const answersRequest: ScreenAct = {
  does: "answers a request",
  needs: "lead:edit",
  sends: ({ ids }) => ({
    form: { request: ids.request, outcome: "done", answer: "Here is a copy of all we hold." },
  }),
};

export const leadSamples: ScreenSamples = {
  "w/:workspace/leads": { reads: "lead:read" },
  "w/:workspace/leads/new": {
    reads: "lead:edit",
    acts: [
      {
        does: "makes a lead",
        needs: "lead:edit",
        sends: () => ({ form: { email: "mo@new.example", name: "Mo" } }),
      },
    ],
  },
  "w/:workspace/leads/:lead": {
    reads: "lead:read",
    acts: [consent("grant", { wording: "By phone" }), consent("withdraw"), consent("stop")],
  },
  "w/:workspace/leads/:lead/record.json": { reads: "lead:edit" },
  "w/:workspace/leads/:lead/proof": { reads: "lead:read" },
  "w/:workspace/leads/:lead/edit": {
    reads: "lead:edit",
    acts: [
      {
        does: "changes",
        needs: "lead:edit",
        sends: ({ ids }) => ({ form: { revision: String(ids.leadRevision), name: "Changed" } }),
      },
    ],
  },
  "w/:workspace/leads/:lead/erase": { reads: "lead:edit", acts: [erase] },
  "w/:workspace/leads/erase": {
    reads: "lead:edit",
    search: thisLead,
    acts: [{ ...erase, search: thisLead }],
  },
  "w/:workspace/leads/quarantine": {
    reads: "lead:read",
    acts: [
      quarantine("accept"),
      quarantine("reject"),
      {
        ...quarantine("restore"),
        before: async ({ db }, { workspaceId, ids }) => {
          await db
            .updateTable("submissions")
            .set({ state: "rejected" })
            .where("workspace_id", "=", workspaceId)
            .where("id", "=", ids.submission)
            .execute();
        },
      },
    ],
  },
  "w/:workspace/leads/imports": { reads: "lead:read" },
  "w/:workspace/leads/imports/new": {
    reads: "lead:edit",
    acts: [
      {
        does: "uploads a file to import",
        needs: "lead:edit",
        sends: () => ({
          form: {},
          file: {
            field: "file",
            name: "new.csv",
            type: "text/csv",
            bytes: Buffer.from("email\nann@new.example\n"),
          },
        }),
      },
    ],
  },
  "w/:workspace/leads/imports/:import": { reads: "lead:read" },
  "w/:workspace/leads/imports/:import/columns": {
    reads: "lead:edit",
    params: ({ ids }) => ({ import: publicId("import", ids.importDraft) }),
    acts: [
      {
        does: "begins an import",
        needs: "lead:edit",
        sends: () => ({ form: { "column-0": "email", basis: "none", wording: "" } }),
      },
    ],
  },
  "w/:workspace/leads/imports/:import/left-out.csv": { reads: "lead:edit" },
  "w/:workspace/leads/requests": { reads: "lead:read", acts: [answersRequest] },
  "w/:workspace/leads/requests/answered": { reads: "lead:read", acts: [answersRequest] },
  "w/:workspace/leads/suppressions": {
    reads: "workspace:manage",
    acts: [
      {
        does: "notes that somebody who complained asks again",
        needs: "workspace:manage",
        before: async (deps, { workspaceId, word }) => {
          await suppressEmail(
            deps,
            { kind: "system", reason: "test" },
            { workspaceId, email: `jo@${word}.example`, reason: "complaint" },
          );
        },
        sends: ({ ids }) => ({ form: { address: ids.addressHash, note: "Wrote to us" } }),
      },
    ],
  },
  "w/:workspace/leads/suppressions/new": {
    reads: "workspace:manage",
    acts: [
      {
        does: "looks at a list of addresses",
        needs: "workspace:manage",
        changesNothing: true,
        sends: ({ word }) => ({ form: { intent: "review", addresses: `jo@${word}.example` } }),
      },
      {
        does: "suppresses addresses",
        needs: "workspace:manage",
        sends: () => ({ form: { intent: "suppress", addresses: "mo@new.example" } }),
      },
    ],
  },
  "w/:workspace/leads/suppressions.csv": { reads: "workspace:manage" },
  "w/:workspace/leads/segments": { reads: "lead:read" },
  "w/:workspace/leads/segments/new": {
    reads: "lead:edit",
    acts: [
      {
        does: "makes a segment",
        needs: "lead:edit",
        sends: () => ({ form: { name: "New", match: "all", ...rule } }),
      },
    ],
  },
  "w/:workspace/leads/segments/:segment": {
    reads: "lead:edit",
    acts: [
      {
        does: "changes",
        needs: "lead:edit",
        sends: () => ({ form: { name: "Changed", match: "any", ...rule } }),
      },
      { does: "deletes", needs: "lead:edit", sends: () => ({ form: { intent: "delete" } }) },
    ],
  },
  "w/:workspace/leads/segments/count": { reads: "lead:read", search: () => "?match=all" },
  "w/:workspace/leads/files/:file": {
    reads: "lead:read",
    params: ({ ids }) => ({ file: publicId("file", ids.leadFile) }),
  },
  "w/:workspace/leads/export.csv": { reads: "lead:edit", search: thisLead },
};
