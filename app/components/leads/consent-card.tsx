import { Link } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Badge, type Tone } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import type { ConsentState } from "~/domain/consent/consent";
import { purposeWords } from "./lead-words";

interface Props {
  consents: readonly { purpose: string; state: ConsentState; updatedAt: number }[];
  /** Unsubscribed: no consent entered here changes that. */
  stopped: boolean;
  /** Where every act stands with what shows that it happened. */
  proof: string;
  zone: string;
  mayEdit: boolean;
  state: FormState | undefined;
}

const words: Record<ConsentState, { tone: Tone; label: string }> = {
  granted: { tone: "good", label: "Agreed" },
  pending: { tone: "warn", label: "Not confirmed" },
  withdrawn: { tone: "bad", label: "Withdrawn" },
};

/** What a person agreed to, and what staff can take down. */
export function ConsentCard({ consents, stopped, proof, zone, mayEdit, state }: Props) {
  const mail = consents.find(({ purpose }) => purpose === "mail");
  return (
    <Card title="Consent" aside={<Link to={proof}>Show the proof</Link>}>
      <Stack gap={3}>
        {consents.length === 0 && <p className="soft">Agreed to nothing so far.</p>}
        {consents.length > 0 && (
          <ul className="matter-list">
            {consents.map((consent) => (
              <li key={consent.purpose}>
                {purposeWords(consent.purpose)}{" "}
                <Badge tone={words[consent.state].tone}>{words[consent.state].label}</Badge>
                <p className="soft">
                  Since <TimeText at={consent.updatedAt} zone={zone} />
                </p>
              </li>
            ))}
          </ul>
        )}
        {mayEdit && !stopped && (
          <>
            {mail?.state !== "granted" && (
              <details open={state?.errors?.wording !== undefined || undefined}>
                <summary>Note a consent to mail</summary>
                <ActionForm id="grant" state={state}>
                  <input type="hidden" name="intent" value="grant" />
                  <TextArea
                    name="wording"
                    label="What the person agreed to"
                    hint="In their words, with where and when they said it. It is kept as proof."
                    maxLength={2000}
                    rows={3}
                  />
                  <SubmitButton tone="secondary" pendingLabel="Noting">
                    Note the consent
                  </SubmitButton>
                </ActionForm>
              </details>
            )}
            {mail?.state === "granted" && (
              <ActionForm id="withdraw">
                <input type="hidden" name="intent" value="withdraw" />
                <SubmitButton tone="secondary" pendingLabel="Noting">
                  Note that the consent was withdrawn
                </SubmitButton>
              </ActionForm>
            )}
            <details>
              <summary>The person wants no more mail</summary>
              <ActionForm id="stop">
                <input type="hidden" name="intent" value="stop" />
                <p className="soft">
                  Stops all marketing to this address for good. Only the person can lift it, by a confirmed
                  sign-up or the preference centre.
                </p>
                <SubmitButton tone="danger" pendingLabel="Stopping">
                  Stop all mail
                </SubmitButton>
              </ActionForm>
            </details>
          </>
        )}
        {stopped && (
          <p className="soft">
            Gets no marketing any more. Only the person can lift that, not you and no import.
          </p>
        )}
      </Stack>
    </Card>
  );
}
