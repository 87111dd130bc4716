import { Form } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { RadioGroup } from "~/components/ui/radio-group";
import { type Choice, SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { TimeText } from "~/components/ui/time-text";
import type { PageSchedule } from "~/domain/publishing/page-schedule";

type Plan = Pick<PageSchedule, "id" | "act" | "wallTime" | "timeZone" | "runAt" | "state" | "outcome">;

interface Props {
  schedules: readonly Plan[];
  zone: string;
  zones: Choice[];
  state?: FormState;
}

const stateBadges = {
  waiting: { tone: "info", words: "Waits" },
  done: { tone: "good", words: "Done" },
  failed: { tone: "bad", words: "Failed" },
  cancelled: { tone: "neutral", words: "Taken back" },
} as const;

function PlanLine({ plan }: { plan: Plan }) {
  const badge = stateBadges[plan.state];
  return (
    <li>
      <span>
        {plan.act === "publish" ? "Publish" : "Take offline"} ·{" "}
        <TimeText at={plan.runAt} zone={plan.timeZone} />{" "}
        <span className="soft">
          {plan.timeZone.replaceAll("_", " ")}
          {plan.outcome && ` · ${plan.outcome}`}
        </span>
      </span>
      <Badge tone={badge.tone}>{badge.words}</Badge>
      {plan.state === "waiting" && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="cancel" />
          <input type="hidden" name="schedule" value={plan.id} />
          <Button type="submit" small>
            Take back
          </Button>
        </Form>
      )}
    </li>
  );
}

/** Plans to publish a page or take it offline, and what became of them. */
export function ScheduleCard({ schedules, zone, zones, state }: Props) {
  return (
    <Card title="Plan">
      <Stack gap={6}>
        {schedules.length > 0 && (
          <ul className="history">
            {schedules.map((plan) => (
              <PlanLine key={plan.id} plan={plan} />
            ))}
          </ul>
        )}
        <ActionForm key={schedules.length} id="schedule" state={state}>
          <input type="hidden" name="intent" value="schedule" />
          <RadioGroup
            name="act"
            legend="What happens"
            defaultValue="publish"
            options={[
              {
                value: "publish",
                label: "Publish",
                hint: "The page as it is saved at that time, if nothing stands against it.",
              },
              { value: "unpublish", label: "Take offline" },
            ]}
          />
          <TextField name="at" label="Day and time" type="datetime-local" required />
          <SelectField name="zone" label="Time zone" options={zones} defaultValue={zone} />
          <FormActions>
            <SubmitButton tone="secondary" pendingLabel="Planning">
              Plan it
            </SubmitButton>
          </FormActions>
        </ActionForm>
      </Stack>
    </Card>
  );
}
