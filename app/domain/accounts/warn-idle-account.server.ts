import { idleAccountLetter } from "~/emails/account-letters";
import type { Deps } from "../deps";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { listIdleRows, noteIdleWarning } from "./account-queries.server";
import { firstWarningDays, type IdleAccount } from "./idle-account";

const day = 86_400_000;

/** Accounts that nobody signed in to for nearly three years, behind `after` in the order of their ids. */
export const listIdleAccounts = (
  deps: Pick<Deps, "db" | "clock">,
  page: { after: string; limit: number },
): Promise<IdleAccount[]> => listIdleRows(deps.db, deps.clock.now() - firstWarningDays * day, page);

/** One letter, once, and only while nobody has come back. */
export const warnIdleAccount = (
  deps: Pick<Deps, "transact" | "clock" | "ids" | "keys" | "config" | "urls">,
  account: IdleAccount,
  step: { warning: number; closesAt: number; workspaces: readonly string[] },
): Promise<boolean> =>
  deps.transact(async (tx) => {
    const noted = await noteIdleWarning(tx, account, { warnings: step.warning, at: deps.clock.now() });
    if (!noted) return false;
    const view = idleAccountLetter({
      closesOn: new Date(step.closesAt).toISOString().slice(0, 10),
      workspaces: step.workspaces,
      url: deps.urls.app("/sign-in"),
    });
    await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to: account.email, view });
    return true;
  });
