import type { Expression, SqlBool } from "kysely";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { inSteps } from "../jobs/in-steps.server";
import { noteHeard } from "../leads/note-heard.server";
import {
  countNamed,
  listEndedBefore,
  listNamedDeliveries,
  unnameDeliveries,
} from "./old-delivery-queries.server";

const campaignsAtOnce = 100;

type Only = Expression<SqlBool>;

async function* endedBefore(db: Executor, workspaceId: string, before: number): AsyncGenerator<string> {
  for (let after = ""; ; ) {
    const campaigns = await listEndedBefore(db, workspaceId, before, { after, limit: campaignsAtOnce });
    for (const { id } of campaigns) yield id;
    const last = campaigns.at(-1);
    if (!last || campaigns.length < campaignsAtOnce) return;
    after = last.id;
  }
}

/** Deliveries of campaigns that ended before a moment stay as counts that name nobody, where `only` lets them; the number of people forgotten. */
export async function forgetRecipients(
  deps: Pick<Deps, "db" | "transact">,
  workspaceId: string,
  before: number,
  only: Only,
): Promise<number> {
  let total = 0;
  for await (const id of endedBefore(deps.db, workspaceId, before)) {
    total += await inSteps(deps, async (tx, { limit }) => {
      const named = await listNamedDeliveries(tx, workspaceId, id, { limit, only });
      const heard = new Map<string, number>();
      for (const { leadId, heardAt } of named) {
        if (heardAt > 0) heard.set(leadId, Math.max(heardAt, heard.get(leadId) ?? 0));
      }
      await noteHeard(tx, workspaceId, heard);
      await unnameDeliveries(
        tx,
        workspaceId,
        named.map((delivery) => delivery.id),
      );
      return { done: named.length };
    });
  }
  return total;
}

/** How many `forgetRecipients` would make nobody's. */
export async function countRecipients(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  before: number,
  only: Only,
): Promise<number> {
  let total = 0;
  for await (const id of endedBefore(deps.reader, workspaceId, before)) {
    total += await countNamed(deps.reader, workspaceId, id, only);
  }
  return total;
}
