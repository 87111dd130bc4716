import type { RetentionChoices, RetentionPart } from "~/domain/workspaces/retention-choices";
import { retentionParts } from "~/domain/workspaces/retention-choices";
import { FormSection } from "../ui/form-section";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";

interface Props {
  choices: RetentionChoices;
  disabled: boolean;
}

function MonthsField({ part, choices, disabled }: Props & { part: RetentionPart }) {
  const { label, hint, least, most, usual, whole } = retentionParts[part];
  const range = whole
    ? `0 means: ${whole[0]?.toLowerCase()}${whole.slice(1)}. At most ${most}.`
    : `From ${least} to ${most}, usually ${usual}.`;
  return (
    <TextField
      name={part}
      label={label}
      hint={`${hint} ${range}`}
      suffix="months"
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      defaultValue={choices[part]}
      disabled={disabled}
    />
  );
}

/** How long each class of data is kept. */
export function RetentionFields(props: Props) {
  const { choices, disabled } = props;
  return (
    <>
      <FormSection
        title="People"
        description="Nobody goes for being silent until you choose a number. Then who is not heard from for so long is deleted, with everything they sent. Whose data rests, or who waits for an answer about their data, stays."
      >
        <MonthsField {...props} part="peopleMonths" />
        <MonthsField {...props} part="enquiryMonths" />
        <RadioGroup
          name="afterOptOut"
          legend="30 days after somebody opted out of all mail"
          framed
          defaultValue={choices.afterOptOut}
          options={[
            {
              value: "person",
              label: "The person goes",
              hint: "Only a keyed hash stays, so that nobody writes to them, and the proof of their consent. Whoever was heard from since then has 30 days more.",
              disabled,
            },
            {
              value: "mail",
              label: "Only the history of their mail goes",
              hint: "For people you keep for another reason, such as a contract. They go by the periods above.",
              disabled,
            },
          ]}
        />
      </FormSection>
      <FormSection title="What they sent" description="Can go before the people do.">
        <MonthsField {...props} part="submissionMonths" />
        <MonthsField {...props} part="uploadMonths" />
      </FormSection>
      <FormSection title="Visits and mail" description="What pages and messages tell of single people.">
        <MonthsField {...props} part="visitMonths" />
        <MonthsField {...props} part="messageMonths" />
      </FormSection>
    </>
  );
}
