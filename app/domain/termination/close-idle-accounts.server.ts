import { isLastOperator } from "../accounts/end-account.server";
import { type IdleAccount, idleStep } from "../accounts/idle-account";
import { listIdleAccounts, warnIdleAccount } from "../accounts/warn-idle-account.server";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { mailReachesPeople } from "../mail/platform-mailbox.server";
import { eraseAccount, listOwnedAlone, type OwnedAlone } from "./close-account.server";
import { createFailures } from "./collect-failures";
import { terminateWorkspace } from "./terminate-workspace.server";
import { isInUse } from "./workspace-use-queries.server";

const atOnce = 100;
const actor: Actor = { kind: "system", reason: "idle account" };

type Turn =
  | { act: "warn"; warning: number; closesAt: number; workspaces: string[] }
  | { act: "leave"; owned: OwnedAlone[] }
  | { act: "close" };

/**
 * What an idle account needs now. One that others depend on stays: the last operator, and the only owner of a workspace that
 * others use, visitors still send forms to, or somebody pays for. A workspace that only this person uses closes first, with its own time to change one's mind.
 */
async function turnOf(deps: Deps, account: IdleAccount): Promise<Turn | undefined> {
  const step = idleStep(account, deps.clock.now());
  if (!step || (await isLastOperator(deps.db, account.id))) return undefined;
  const owned = await listOwnedAlone(deps, account.id);
  if (owned.some(({ hasOthers }) => hasOthers)) return undefined;
  for (const { id } of owned) if (await isInUse(deps.db, id, account.lastSeenAt)) return undefined;
  if (step !== "close") return { act: "warn", ...step, workspaces: owned.map(({ name }) => name) };
  return owned.length > 0 ? { act: "leave", owned } : { act: "close" };
}

/** None where letters reach nobody: no account is closed without warning. */
async function* idleAccounts(deps: Deps): AsyncGenerator<IdleAccount> {
  if (!mailReachesPeople(deps.config)) return;
  for (let after = ""; ; ) {
    const idle = await listIdleAccounts(deps, { after, limit: atOnce });
    yield* idle;
    const last = idle.at(-1);
    if (!last || idle.length < atOnce) return;
    after = last.id;
  }
}

/** How many accounts the next run closes. */
export async function countIdleAccounts(deps: Deps): Promise<number> {
  let closing = 0;
  for await (const account of idleAccounts(deps)) {
    if ((await turnOf(deps, account))?.act === "close") closing += 1;
  }
  return closing;
}

async function take(deps: Deps, account: IdleAccount, turn: Turn, done: { warned: number; closed: number }) {
  if (turn.act === "warn") {
    if (await warnIdleAccount(deps, account, turn)) done.warned += 1;
  } else if (turn.act === "leave") {
    for (const { id, name, standing } of turn.owned) {
      if (standing === "closing") continue;
      const reason = "Nobody has signed in for three years.";
      await terminateWorkspace(deps, actor, { workspaceId: id, name, reason });
    }
  } else {
    const input = { accountId: account.id, why: "idle", unseenSince: account.lastSeenAt } as const;
    if (await eraseAccount(deps, actor, input)) done.closed += 1;
  }
}

/** Warns the people of accounts that nobody signs in to, and closes those accounts after three years. */
export async function closeIdleAccounts(deps: Deps): Promise<{ warned: number; closed: number }> {
  const done = { warned: 0, closed: 0 };
  const failures = createFailures(deps.log);
  for await (const account of idleAccounts(deps)) {
    await failures.guard({ accountId: account.id }, async () => {
      const turn = await turnOf(deps, account);
      if (turn) await take(deps, account, turn, done);
    });
  }
  failures.report();
  return done;
}
