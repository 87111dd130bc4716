import { stoppedKeysLetter } from "~/emails/developer-letters";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { mailReachesPeople } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { listThoseWhoMay } from "../workspaces/list-members.server";
import { listStoppedKeys } from "./list-api-keys.server";

/** After somebody left or got another role: a letter to those who may keep keys, when keys stopped by it. */
export async function tellOfStoppedKeys(
  deps: Deps,
  tx: Executor,
  input: { workspaceId: string; accountId: string },
): Promise<void> {
  const stopped = await listStoppedKeys(tx, input);
  const workspace = stopped.length > 0 ? await findWorkspaceById(deps, input.workspaceId, tx) : undefined;
  if (!workspace || !mailReachesPeople(deps.config)) return;
  for (const { email } of await listThoseWhoMay(tx, workspace.id, "api-key:manage")) {
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "notice",
      to: email,
      view: stoppedKeysLetter({
        workspaceName: workspace.name,
        keys: stopped.map(({ name }) => name),
        url: deps.urls.app(`/w/${workspace.slug}/settings/api-keys`),
      }),
    });
  }
}
