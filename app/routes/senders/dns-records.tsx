import { Badge } from "~/components/ui/badge";
import { CopyField } from "~/components/ui/copy-button";
import { Stack } from "~/components/ui/layout";
import type { DnsRecord } from "~/domain/senders/sending-domain";

const names = { dkim: "DKIM", spf: "SPF", dmarc: "DMARC" } as const;
const tones = { pass: "good", fail: "warn", unchecked: "neutral" } as const;
const words = { pass: "Found", fail: "Not found", unchecked: "Not checked" } as const;

/** What to enter at the domain's DNS provider, to be copied. */
export function DnsRecords({ records, open }: { records: readonly DnsRecord[]; open: boolean }) {
  if (records.length === 0) return null;
  return (
    <details open={open}>
      <summary>DNS records of the domain</summary>
      <Stack gap={6}>
        {records.map((record) => (
          <Stack gap={2} key={record.purpose}>
            <p>
              <strong>{names[record.purpose]}</strong>{" "}
              <Badge tone={tones[record.state]}>{words[record.state]}</Badge>
            </p>
            <p className="soft">{record.why}</p>
            <CopyField label={`Name (${record.type})`} text={record.name} />
            <CopyField label="Value" text={record.value} />
          </Stack>
        ))}
      </Stack>
    </details>
  );
}
