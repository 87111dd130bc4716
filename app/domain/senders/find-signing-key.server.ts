import type { Deps } from "../deps";
import { openDomainKey } from "./prepare-domain.server";
import { domainOf } from "./sender";
import { findSealedKey } from "./sender-queries.server";

export interface SigningKey {
  domain: string;
  selector: string;
  privatePem: string;
}

/** What messages from this address are signed with. */
export async function findSigningKey(
  deps: Pick<Deps, "db" | "keys">,
  workspaceId: string,
  fromEmail: string,
): Promise<SigningKey | undefined> {
  const domain = domainOf(fromEmail);
  const found = await findSealedKey(deps.db, workspaceId, domain);
  if (!found) return undefined;
  return {
    domain,
    selector: found.selector,
    privatePem: openDomainKey(deps, workspaceId, domain, found.sealed),
  };
}
