import type { Deps } from "../deps";
import { unnameSeenBefore } from "./old-seen-queries.server";

const atOnce = 500;

/** Opens and clicks from before a moment stay as counts that name nobody, in steps that hold nobody up. */
export async function forgetWhoSaw(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
): Promise<{ opens: number; clicks: number }> {
  const forget = async (table: "opens" | "clicks") => {
    for (let total = 0; ; ) {
      const done = await unnameSeenBefore(deps.db, table, workspaceId, before, atOnce);
      total += done;
      if (done < atOnce) return total;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { opens: await forget("opens"), clicks: await forget("clicks") };
}
