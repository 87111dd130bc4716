import { createDns } from "~/lib/dns.server";
import type { Deps } from "../deps";
import { findDomain, moveSendersOfDomain, saveDnsStates } from "./sender-queries.server";
import { type DnsState, dkimKeyText, isVerified, type SendingDomain } from "./sending-domain";

/** Text records of a name; empty when there is none. Throws when the question itself failed. */
export type LookUpText = (name: string) => Promise<string[]>;

const says = (yes: boolean): DnsState => (yes ? "pass" : "fail");

/** Receivers take the policy of the domain itself, else that of the domains above it. */
async function findDmarc(lookUp: LookUpText, domain: string): Promise<boolean> {
  const labels = domain.split(".");
  for (let index = 0; index <= labels.length - 2; index += 1) {
    const records = await lookUp(`_dmarc.${labels.slice(index).join(".")}`);
    if (records.some((record) => /^v=DMARC1\b/i.test(record.trim()))) return true;
  }
  return false;
}

/** Asks DNS whether the domain agrees. Undefined while look-ups are switched off: then it is "not checked". */
export async function checkDomain(
  deps: Deps,
  { workspaceId, domain }: { workspaceId: string; domain: string },
  lookUp: LookUpText | undefined = deps.config.dnsChecks
    ? createDns(deps.config.dns.servers).texts
    : undefined,
): Promise<SendingDomain | undefined> {
  const known = await findDomain(deps.db, workspaceId, domain);
  if (!known || !lookUp) return undefined;
  const spfRecords = (await lookUp(domain)).filter((record) => /^v=spf1(?:\s|$)/i.test(record.trim()));
  const keys = await lookUp(`${known.selector}._domainkey.${domain}`);
  const states = {
    spf: says(spfRecords.length === 1),
    dkim: says(
      keys.some((record) => record.replace(/\s/g, "").includes(`p=${dkimKeyText(known.dkimPublic)}`)),
    ),
    dmarc: says(await findDmarc(lookUp, domain)),
    checkedAt: deps.clock.now(),
  };
  await deps.transact(async (tx) => {
    await saveDnsStates(tx, workspaceId, domain, states);
    await moveSendersOfDomain(tx, workspaceId, domain, isVerified(states));
  });
  return findDomain(deps.db, workspaceId, domain);
}
