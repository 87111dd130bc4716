import { expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { lockLeadsByKey } from "../leads/capture-queries.server";
import { readPrivacySettings } from "../workspaces/privacy-settings";
import { choicesOf } from "../workspaces/retention-choices";
import { dueMoments } from "./due-people";
import { endDuePeople } from "./end-due-people.server";

const instance = useTestInstance();
const day = 86_400_000;

it("keeps a person whose form is being taken in while their time is over", async () => {
  const { deps } = instance();
  const workspaceId = await insertTestWorkspace(deps, "comes-back");
  const [lead] = await insertTestLeads(deps, workspaceId, [{ email: "ada@example.org" }]);
  deps.clock.advance(800 * day);
  const own = { workspaceId, leadId: lead?.id ?? "" };
  let locked = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const captured = deps.transact(async (tx) => {
    await lockLeadsByKey(tx, workspaceId, ["ada@example.org"]);
    locked();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await tx
      .updateTable("leads")
      .set({ last_submission_at: deps.clock.now() })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", own.leadId)
      .execute();
  });
  await isLocked;
  const choices = { ...choicesOf(readPrivacySettings("{}")), peopleMonths: 24 };
  const moments = dueMoments(choices, deps.clock.now());
  const ended = endDuePeople(deps, { kind: "system", reason: "test" }, workspaceId, moments);
  await captured;
  expect(await ended).toEqual({ leads: 0, mail_histories: 0 });
  const left = deps.db.selectFrom("leads").select("email").where("workspace_id", "=", workspaceId);
  expect(await left.execute()).toEqual([{ email: "ada@example.org" }]);
});
