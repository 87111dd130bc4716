import { useState } from "react";
import { type Choice, SelectField } from "~/components/ui/select-field";
import { TextField } from "~/components/ui/text-field";
import { originWords } from "./lead-words";
import {
  consentPurposes,
  consentTests,
  dateTests,
  fieldTests,
  pageTests,
  type RuleDraft,
  type RulePart,
} from "./rule-draft";

const origins = Object.entries(originWords).map(([value, label]) => ({ value, label }));

/** The parts of one rule, as its kind asks for. */
export function RuleFields({ rule, pages }: { rule: RuleDraft; pages: readonly Choice[] }) {
  const [test, setTest] = useState(rule.is ?? "equals");
  const [asked, setAsked] = useState(rule.field ?? "");
  const part = (name: RulePart, otherwise = "") => ({
    name: `${rule.key}.${name}`,
    defaultValue: rule[name] ?? otherwise,
  });
  switch (rule.kind) {
    case "field":
      return (
        <>
          <TextField
            {...part("field")}
            label="Field"
            list="lead-field-names"
            onChange={(event) => setAsked(event.currentTarget.value)}
            maxLength={100}
            autoComplete="off"
          />
          <SelectField
            {...part("is", "equals")}
            label="Test"
            options={fieldTests}
            onChange={(event) => setTest(event.currentTarget.value)}
          />
          {test !== "set" && test !== "empty" && (
            <TextField
              {...part("value")}
              label="Value"
              list={`lead-field-${asked}`}
              maxLength={200}
              autoComplete="off"
            />
          )}
        </>
      );
    case "consent":
      return (
        <>
          <SelectField {...part("purpose", "mail")} label="To what" options={consentPurposes} />
          <SelectField {...part("state", "granted")} label="Answer" options={consentTests} />
        </>
      );
    case "form":
      return (
        <>
          <SelectField {...part("sent", "yes")} label="Test" options={pageTests} />
          <input type="hidden" name={`${rule.key}.form`} value={rule.form} />
        </>
      );
    case "page":
      return (
        <>
          <SelectField {...part("sent", "yes")} label="Test" options={pageTests} />
          <SelectField {...part("page")} label="Page" options={pages} emptyOption="Choose a page" />
        </>
      );
    case "date":
      return (
        <>
          <SelectField {...part("of", "created")} label="Event" options={dateTests} />
          <TextField {...part("days")} type="number" min={1} max={3650} label="In the last days" optional />
          <TextField {...part("from")} type="date" label="First day" optional />
          <TextField {...part("to")} type="date" label="Last day" optional />
        </>
      );
    case "origin":
      return <SelectField {...part("origin", "form")} label="Origin" options={origins} />;
  }
}
