import { Link } from "@remix-run/react";
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
import { daysLeftWords, isNear } from "~/domain/privacy/days-left";
import type { RequestKind, RequestState } from "~/domain/privacy/privacy-request";

export interface ShownRequest {
  id: string;
  kind: RequestKind;
  asked: string;
  email: string;
  name: string;
  message: string;
  state: RequestState;
  confirmedAt: number | undefined;
  /** While it is open. */
  due: { at: number; days: number; late: boolean } | undefined;
  closedAt: number | undefined;
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
  /** Where the leads are, for those who may look for the person. */
  leadsAt?: string;
  /** What the action refused, and for which request. */
  state?: FormState | undefined;
}

function DueBadge({ due }: { due: NonNullable<ShownRequest["due"]> }) {
  const tone = due.late ? "bad" : isNear(due.days) ? "warn" : "info";
  return <Badge tone={tone}>{daysLeftWords(due.days, due.late)}</Badge>;
}

function StateBadge({ request }: { request: ShownRequest }) {
  if (request.due) return <DueBadge due={request.due} />;
  const done = request.state === "done";
  return <Badge tone={done ? "good" : "neutral"}>{done ? "Carried out" : "Not carried out"}</Badge>;
}

const moment = (name: string, at: number | undefined, zone: string | undefined) =>
  at === undefined ? [] : [{ name, value: <TimeText at={at} zone={zone} show="date" /> }];

/** What people asked about their data, with the day by which each is to be answered. */
export function RequestCards({ requests, zone, mayAnswer, leadsAt, state }: Props) {
  const refused = String(state?.values?.request ?? "");
  return (
    <Stack gap={4}>
      {requests.map((request) => (
        <Card key={request.id} title={request.asked} aside={<StateBadge request={request} />}>
          <DetailsList
            items={[
              { name: "Asked by", value: [request.name, request.email].filter(Boolean).join(", ") },
              ...(leadsAt
                ? [
                    {
                      name: "What you hold",
                      value: (
                        <Link to={`${leadsAt}?${new URLSearchParams({ q: request.email })}`}>
                          Look for them among the leads
                        </Link>
                      ),
                    },
                  ]
                : []),
              ...(request.message
                ? [{ name: "They wrote", value: <WrittenText text={request.message} /> }]
                : []),
              ...moment("Asked on", request.confirmedAt, zone),
              ...moment("Answer by", request.due?.at, zone),
              ...moment("Answered on", request.closedAt, zone),
              ...(request.answer ? [{ name: "Answer", value: <WrittenText text={request.answer} /> }] : []),
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
