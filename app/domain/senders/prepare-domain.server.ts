import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { findDomain, insertDomain } from "./sender-queries.server";

const generate = promisify(generateKeyPair);

const sealContext = (workspaceId: string, domain: string) => `dkim:${workspaceId}:${domain}`;

export interface DomainKey {
  publicPem: string;
  privatePem: string;
}

/** Takes a tenth of a second of processor time: made before a transaction is opened. */
export async function makeDomainKey(): Promise<DomainKey> {
  const pair = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { publicPem: pair.publicKey, privatePem: pair.privateKey };
}

/** Gives a domain its signing key; keeps the one it has. */
export async function prepareDomain(
  deps: Deps,
  tx: Executor,
  workspaceId: string,
  domain: string,
  key: DomainKey,
): Promise<void> {
  if (await findDomain(tx, workspaceId, domain)) return;
  await insertDomain(tx, {
    workspace_id: workspaceId,
    domain,
    selector: `foyer${deps.ids.next().slice(-6).toLowerCase()}`,
    dkim_private: deps.keys.seal(key.privatePem, sealContext(workspaceId, domain)),
    dkim_public: key.publicPem,
    spf_state: "unchecked",
    dkim_state: "unchecked",
    dmarc_state: "unchecked",
    checked_at: null,
    created_at: deps.clock.now(),
  });
}

export const openDomainKey = (
  deps: Pick<Deps, "keys">,
  workspaceId: string,
  domain: string,
  sealed: string,
) => deps.keys.open(sealed, sealContext(workspaceId, domain));
