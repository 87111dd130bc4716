import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { createLead } from "~/domain/leads/create-lead.server";
import { noteLeadFields } from "~/domain/leads/note-lead-fields.server";
import { publicId } from "~/lib/ids";
import { loader } from "~/routes/leads/edit";
import { askRoute } from "../walk/ask-route";
import { makeVictim } from "../walk/victim";
import { useTestApp } from "./test-app";

const app = useTestApp();

describe("editing a lead", () => {
  it("calls each field what its form asked for, and one of no form by its own name", async () => {
    const { deps } = app();
    const { workspaceId, slug, people } = await makeVictim(deps);
    await noteLeadFields(deps, deps.db, workspaceId, [
      { key: "f1", name: "item", label: "What will you bring?", type: "text" } as never,
    ]);
    const { lead } = await createLead(
      deps,
      { kind: "system", reason: "test" },
      { workspaceId, email: "ida@example.org", fields: { item: "A lamp", size: "XL" } },
    );
    const { text } = await askRoute(
      { loader: loader as never },
      {
        url: `http://localhost:3000/w/${slug}/leads`,
        params: { workspace: slug, lead: publicId("lead", lead.id) },
        context: { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext,
        cookie: people.owner.cookie,
      },
    );
    expect(JSON.parse(text).fields).toEqual([
      { name: "item", label: "What will you bring?", value: "A lamp" },
      { name: "size", label: "size", value: "XL" },
    ]);
  });
});
