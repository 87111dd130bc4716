import { ActionForm } from "~/components/ui/action-form";
import { formatCount } from "~/components/ui/count";
import { Dialog } from "~/components/ui/dialog";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import type { Finding } from "~/domain/acceptable-use/finding";
import type { Forecast } from "~/domain/campaigns/forecast-delivery.server";
import { Checks } from "./checks";
import { LeftOut } from "./left-out";

interface Props {
  forecast: Forecast;
  findings: readonly Finding[];
  zone: string;
  /** Wall time of now in that zone: nothing leaves before. */
  earliest: string;
  state: FormState | undefined;
  onClose: () => void;
}

const people = (count: number) => `${formatCount(count)} ${count === 1 ? "person" : "people"}`;

/** Says in numbers what sending will do, and does it. */
export function SendDialog({ forecast, findings, zone, earliest, state, onClose }: Props) {
  const blocked = findings.some(({ severity }) => severity === "block");
  const nobody = forecast.prepared === 0;
  const verb = forecast.holds ? "would" : "will";
  const leftOut = forecast.candidates - forecast.prepared;
  return (
    <Dialog open onClose={onClose} title="Send the campaign">
      <Stack gap={4}>
        {blocked && (
          <Notice tone="bad" title="It cannot be sent like this">
            <Checks findings={findings.filter(({ severity }) => severity === "block")} />
          </Notice>
        )}
        {!blocked && forecast.holds && (
          <Notice tone="warn" title="It cannot be sent just now">
            {forecast.holds}. The draft is kept.
          </Notice>
        )}
        {!blocked && (
          <p>
            {forecast.more && "At least "}
            <strong>{people(forecast.prepared)}</strong> {verb} get it. {people(leftOut)} of{" "}
            {formatCount(forecast.candidates)} {verb} be left out.
          </p>
        )}
        {!blocked && <LeftOut reasons={forecast.excluded} />}
        {!blocked && !forecast.holds && (
          <ActionForm id="send" state={state} className="form send-form">
            <input type="hidden" name="act" value="send" />
            <RadioGroup
              name="when"
              legend="When"
              defaultValue="now"
              options={[
                { value: "now", label: "Now" },
                { value: "later", label: "Later" },
              ]}
            />
            <div className="when-later">
              <TextField name="at" type="datetime-local" min={earliest} label={`Date and time in ${zone}`} />
            </div>
            <div className="form-actions">
              <SubmitButton pendingLabel="Preparing" aria-disabled={nobody || undefined} disabled={nobody}>
                <span className="when-now">Send to {people(forecast.prepared)}</span>
                <span className="when-later">Schedule it</span>
              </SubmitButton>
              <LinkButton to="." replace preventScrollReset>
                Not yet
              </LinkButton>
            </div>
            {nobody && <p className="soft">Nobody in this audience may be written to.</p>}
          </ActionForm>
        )}
      </Stack>
    </Dialog>
  );
}
