import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import { WrittenText } from "~/components/ui/written-text";
import type { RequestState } from "~/domain/privacy/privacy-request";

export interface ShownRequest {
  id: string;
  asked: string;
  email: string;
  name: string;
  message: string;
  state: RequestState;
  dueAt: number | undefined;
  overdue: boolean;
  answer: string;
}

const outcomes = [
  { value: "done", label: "Carried out" },
  { value: "refused", label: "Not carried out" },
];

interface Props {
  requests: readonly ShownRequest[];
  zone?: string;
  mayAnswer: boolean;
  /** What the action refused, and for which request. */
  state?: FormState | undefined;
}

/** What people asked about their data, with the day by which each is to be answered. */
export function RequestCards({ requests, zone, mayAnswer, state }: Props) {
  const refused = String(state?.values?.request ?? "");
  return (
    <Stack gap={4}>
      {requests.map((request) => (
        <Card key={request.id} title={request.asked}>
          <DetailsList
            items={[
              { name: "Asked by", value: [request.name, request.email].filter(Boolean).join(", ") },
              ...(request.message
                ? [{ name: "They wrote", value: <WrittenText text={request.message} /> }]
                : []),
              {
                name: "State",
                value:
                  request.state === "open" ? (
                    <Badge tone={request.overdue ? "bad" : "warn"}>
                      {request.overdue ? "Late: was due " : "Due "}
                      {request.dueAt !== undefined && <TimeText at={request.dueAt} zone={zone} show="date" />}
                    </Badge>
                  ) : (
                    <Badge tone={request.state === "done" ? "good" : "neutral"}>
                      {request.state === "done" ? "Carried out" : "Not carried out"}
                    </Badge>
                  ),
              },
              ...(request.answer ? [{ name: "Answered", value: <WrittenText text={request.answer} /> }] : []),
            ]}
          />
          {request.state === "open" && mayAnswer && (
            <ActionForm id={`answer-${request.id}`} state={refused === request.id ? state : undefined}>
              <input type="hidden" name="request" value={request.id} />
              <SelectField name="outcome" label="Outcome" options={outcomes} />
              <TextArea
                name="answer"
                label="Answer"
                hint="Sent to the person by mail: what was done, or why not."
                maxLength={4000}
                required
              />
              <FormActions>
                <SubmitButton pendingLabel="Sending">Send the answer</SubmitButton>
              </FormActions>
            </ActionForm>
          )}
        </Card>
      ))}
    </Stack>
  );
}
