import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import type { Choice } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import type { Review } from "./review-suppressions.server";

interface Props {
  review: Review;
  here: string;
  reasons: readonly Choice[];
  topics: readonly Choice[];
}

/** Says in numbers what will happen; the second press does it. */
export function SuppressionReview({ review, here, reasons, topics }: Props) {
  const { addresses, repeats, wrong, wrongCount, standing, leads, reason, topic, note } = review;
  const labelOf = (choices: readonly Choice[], value: string) =>
    choices.find((one) => one.value === value)?.label;
  const count = addresses.length === 1 ? "1 address" : `${formatCount(addresses.length)} addresses`;
  return (
    <Card title={`Stop mail to ${count}?`}>
      <Stack>
        <DetailsList
          items={[
            { name: "Why", value: labelOf(reasons, reason) },
            { name: "What they no longer get", value: labelOf(topics, topic) ?? "All marketing" },
            { name: "Of your leads", value: formatCount(leads) },
            ...(standing > 0 ? [{ name: "Suppressed already", value: formatCount(standing) }] : []),
            ...(repeats > 0 ? [{ name: "Repeated", value: formatCount(repeats) }] : []),
            ...(note ? [{ name: "Note", value: note }] : []),
          ]}
        />
        {wrongCount > 0 && (
          <Notice
            tone="warn"
            title={
              wrongCount === 1
                ? "One entry is no address"
                : `${formatCount(wrongCount)} entries are no addresses`
            }
          >
            Left out: {wrong.join(", ")}
            {wrongCount > wrong.length ? ", and others" : ""}.
          </Notice>
        )}
        <p>
          You cannot take this back: only the people themselves can, by a confirmed sign-up or in the
          preference centre.
        </p>
        <ActionForm id="suppress">
          <input type="hidden" name="addresses" value={addresses.join("\n")} />
          <input type="hidden" name="reason" value={reason} />
          <input type="hidden" name="topic" value={topic} />
          <input type="hidden" name="note" value={note} />
          <FormActions>
            <SubmitButton tone="danger" name="intent" value="suppress" pendingLabel="Stopping">
              Stop mail to {count}
            </SubmitButton>
            <LinkButton tone="quiet" to={here}>
              Start over
            </LinkButton>
          </FormActions>
        </ActionForm>
      </Stack>
    </Card>
  );
}
