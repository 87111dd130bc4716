import { plainLine } from "~/lib/plain-text";
import { detectSensitiveValues, type SensitiveValue } from "./detect-sensitive-values";
import type { Finding } from "./finding";

export interface JudgedValue {
  name: string;
  label?: string;
  value: string;
}

export interface ValueFinding extends Finding {
  /** The field it stands in. */
  field: string;
  values: SensitiveValue[];
}

const onlyAnAddress = /^[^\s@]+@[^\s@]+$/;

/** Numbers that may not be kept, in what a visitor sent, an import brings or the API writes. The evidence never repeats them. */
export function judgeValues(fields: readonly JudgedValue[]): ValueFinding[] {
  return fields.flatMap(({ name, label, value }) => {
    if (onlyAnAddress.test(value)) return [];
    const values = detectSensitiveValues(value, { about: `${label ?? ""} ${name}` });
    const [first] = values;
    if (!first) return [];
    return [
      {
        rule: `sensitive-value.${first.kind}`,
        severity: values.some(({ confidence }) => confidence === "certain") ? "block" : "warn",
        message: `“${plainLine(label ?? name, 120)}” holds what looks like a ${first.name}.`,
        evidence: plainLine(`field ${name}: ${first.end - first.start} characters, ${first.confidence}`, 300),
        remedy: "Do not keep it. Mask or erase the value, and ask the person not to send such numbers.",
        field: name,
        values,
      } satisfies ValueFinding,
    ];
  });
}
