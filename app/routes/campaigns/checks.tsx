import { Badge, type Tone } from "~/components/ui/badge";
import { Row } from "~/components/ui/layout";
import type { Finding, FindingSeverity } from "~/domain/acceptable-use/finding";

const tones: Record<FindingSeverity, Tone> = { block: "bad", warn: "warn", info: "info" };
const words: Record<FindingSeverity, string> = {
  block: "Stops sending",
  warn: "Look at this",
  info: "Good to know",
};

/** What speaks against sending, and what to do about each. */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return (
      <Row>
        <Badge tone="good">Nothing speaks against sending</Badge>
      </Row>
    );
  }
  return (
    <ul className="checks">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.evidence}`} className="check">
          <Badge tone={tones[finding.severity]}>{words[finding.severity]}</Badge>
          <p className="check-message">{finding.message}</p>
          {finding.evidence && <p className="check-evidence soft">{finding.evidence}</p>}
          <p>{finding.remedy}</p>
        </li>
      ))}
    </ul>
  );
}
