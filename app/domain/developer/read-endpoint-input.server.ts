import { lookup } from "node:dns/promises";
import { isPublicIp } from "~/lib/ip-address";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type EndpointInput, endpointInput } from "./webhook-endpoint";

const refusal = (field: string, message: string) =>
  new DomainError("invalid", "endpoint_invalid", message, { fields: { [field]: message } });

/** Says at once what would be refused at each delivery. A name that is not known yet is taken. */
async function refusePrivate(url: string): Promise<void> {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.every(({ address }) => isPublicIp(address))) return;
  throw refusal("url", "This address leads to this machine or into a private network. Give a public one.");
}

/** `known`: the address that is kept already. */
export async function readEndpointInput(
  deps: Pick<Deps, "config">,
  given: EndpointInput,
  known?: { url: string },
) {
  const { privateTargets } = deps.config.webhooks;
  const parsed = endpointInput(privateTargets).safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refusal(String(issue?.path[0] ?? "url"), issue?.message ?? "Something is missing.");
  }
  if (!privateTargets && parsed.data.url !== known?.url) await refusePrivate(parsed.data.url);
  return parsed.data;
}
