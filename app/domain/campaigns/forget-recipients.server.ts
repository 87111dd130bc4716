import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { noteHeard } from "../leads/note-heard.server";
import {
  countNamedBefore,
  listEndedBefore,
  listNamedDeliveries,
  unnameDeliveries,
} from "./old-delivery-queries.server";

const atOnce = 500;
const campaignsAtOnce = 100;

/** Deliveries of campaigns that ended before a moment stay as counts that name nobody, where `only` lets them; the number of people forgotten. */
export async function forgetRecipients(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> {
  let total = 0;
  for (let after = ""; ; ) {
    const campaigns = await listEndedBefore(deps.db, workspaceId, before, { after, limit: campaignsAtOnce });
    for (const { id } of campaigns) {
      for (let done = atOnce; done === atOnce; ) {
        const named = await listNamedDeliveries(deps.db, workspaceId, id, { limit: atOnce, only });
        const heard = new Map<string, number>();
        for (const { leadId, heardAt } of named) {
          if (heardAt > 0) heard.set(leadId, Math.max(heardAt, heard.get(leadId) ?? 0));
        }
        await noteHeard(deps.db, workspaceId, heard);
        await unnameDeliveries(
          deps.db,
          workspaceId,
          named.map((delivery) => delivery.id),
        );
        done = named.length;
        total += done;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const last = campaigns.at(-1);
    if (!last || campaigns.length < campaignsAtOnce) return total;
    after = last.id;
  }
}

/** How many `forgetRecipients` would make nobody's. */
export const countRecipients = (
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> => countNamedBefore(deps.reader, workspaceId, before, only);
