import { Badge, type Tone } from "~/components/ui/badge";
import type { Finding, FindingSeverity } from "~/domain/acceptable-use/finding";

const tones: Record<FindingSeverity, Tone> = { block: "bad", warn: "warn", info: "info" };
const words: Record<FindingSeverity, string> = {
  block: "Stops publishing",
  warn: "Look at this",
  info: "Good to know",
};

/** What a check found: what it is, where, and what to do. */
export const FindingList = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className="findings">
    {findings.map((finding) => (
      <li key={`${finding.rule} ${finding.evidence}`} className="finding">
        <Badge tone={tones[finding.severity]}>{words[finding.severity]}</Badge>
        <p className="finding-message">{finding.message}</p>
        {finding.evidence && <p className="finding-evidence soft">{finding.evidence}</p>}
        <p className="finding-remedy">{finding.remedy}</p>
      </li>
    ))}
  </ul>
);
