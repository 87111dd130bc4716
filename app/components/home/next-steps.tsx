import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";

export interface NextStep {
  done: boolean;
  label: string;
  words: string;
  to: string;
}

/** What a new workspace does first, until all of it is done. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <Card title="Next steps">
      <ol className="stack">
        {steps.map((step) => (
          <li key={step.label} className="row row-apart">
            <div>
              <Badge tone={step.done ? "good" : "neutral"}>{step.done ? "Done" : "Open"}</Badge>{" "}
              <strong>{step.label}</strong>
              <p className="soft">{step.words}</p>
            </div>
            {!step.done && (
              <LinkButton to={step.to} tone={step === next ? "primary" : "secondary"} small>
                {step.label}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
