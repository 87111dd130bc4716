import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import type { Choice } from "~/components/ui/select-field";
import { SelectField } from "~/components/ui/select-field";
import { type RuleDraft, ruleKinds } from "./rule-draft";
import { RuleFields } from "./rule-fields";

/** A field that leads have: its choices are offered as values. */
export interface KnownField {
  name: string;
  label: string;
  options: readonly Choice[];
}

interface Props {
  drafts: readonly RuleDraft[];
  pages: readonly Choice[];
  /** Names of fields that leads have, offered while typing. */
  fields: readonly KnownField[];
  most: number;
}

let added = 0;

/** The rules of a segment. Without script each button asks the server for the form with one more or less. */
export function RuleEditor({ drafts, pages, fields, most }: Props) {
  const [rules, setRules] = useState(drafts);
  const add = () => {
    added += 1;
    setRules([...rules, { key: `n${added}`, kind: "field" }]);
  };
  return (
    <fieldset className="field rules">
      <legend className="field-label">Rules</legend>
      {rules.length === 0 && <p className="soft">Without a rule the segment is everybody.</p>}
      {rules.map((rule, index) => (
        <fieldset className="rule" key={rule.key}>
          <legend className="visually-hidden">Rule {index + 1}</legend>
          <input type="hidden" name="rule" value={rule.key} />
          <SelectField
            name={`${rule.key}.kind`}
            label="About"
            options={ruleKinds}
            value={rule.kind}
            onChange={(event) => {
              const kind = event.currentTarget.value as RuleDraft["kind"];
              setRules(rules.map((each) => (each.key === rule.key ? { key: rule.key, kind } : each)));
            }}
          />
          <RuleFields key={rule.kind} rule={rule} pages={pages} />
          <Button
            type="submit"
            name="intent"
            value={`remove:${rule.key}`}
            tone="quiet"
            small
            icon={<X className="icon" aria-hidden="true" />}
            aria-label={`Remove rule ${index + 1}`}
            onClick={(event) => {
              event.preventDefault();
              setRules(rules.filter((each) => each.key !== rule.key));
            }}
          />
        </fieldset>
      ))}
      <datalist id="lead-field-names">
        {fields.map(({ name, label }) => (
          <option key={name} value={name} label={label} />
        ))}
      </datalist>
      {fields.map(
        ({ name, options }) =>
          options.length > 0 && (
            <datalist id={`lead-field-${name}`} key={name}>
              {options.map(({ value, label }) => (
                <option key={value} value={value} label={label} />
              ))}
            </datalist>
          ),
      )}
      {rules.length < most && (
        <div className="row">
          <Button
            type="submit"
            name="intent"
            value="add"
            small
            icon={<Plus className="icon" aria-hidden="true" />}
            onClick={(event) => {
              event.preventDefault();
              add();
            }}
          >
            Add a rule
          </Button>
        </div>
      )}
    </fieldset>
  );
}
