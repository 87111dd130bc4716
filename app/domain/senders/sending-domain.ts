/** unchecked: DNS look-ups are off, or not done yet. */
export type DnsState = "unchecked" | "pass" | "fail";

export interface SendingDomain {
  domain: string;
  selector: string;
  /** PEM of the public half. */
  dkimPublic: string;
  spf: DnsState;
  dkim: DnsState;
  dmarc: DnsState;
  checkedAt: number | undefined;
}

export interface DnsRecord {
  purpose: "spf" | "dkim" | "dmarc";
  type: "TXT";
  name: string;
  value: string;
  state: DnsState;
  why: string;
}

/** The key as a DNS record carries it: base64 without lines. */
export const dkimKeyText = (publicPem: string): string =>
  publicPem.replace(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, "");

/** What to enter at the domain's DNS provider. `relayHost` is the machine that hands mail out. */
export function dnsRecords(domain: SendingDomain, relayHost: string): DnsRecord[] {
  return [
    {
      purpose: "dkim",
      type: "TXT",
      name: `${domain.selector}._domainkey.${domain.domain}`,
      value: `v=DKIM1; k=rsa; p=${dkimKeyText(domain.dkimPublic)}`,
      state: domain.dkim,
      why: "Lets mailboxes see that a message was signed by you and not changed on its way.",
    },
    {
      purpose: "spf",
      type: "TXT",
      name: domain.domain,
      value: `v=spf1 a:${relayHost} ~all`,
      state: domain.spf,
      why: "Names the machines that may send for your domain. If you have such a record already, add the a: part to it.",
    },
    {
      purpose: "dmarc",
      type: "TXT",
      name: `_dmarc.${domain.domain}`,
      value: "v=DMARC1; p=none",
      state: domain.dmarc,
      why: "Says what mailboxes should do with mail that only pretends to be yours. Large providers ask for it.",
    },
  ];
}

export const isVerified = (domain: Pick<SendingDomain, "spf" | "dkim" | "dmarc">): boolean =>
  domain.spf === "pass" && domain.dkim === "pass" && domain.dmarc === "pass";
