import { plainLine } from "~/lib/plain-text";
import type { FieldDefinition, FieldType } from "~builder/document/form-definition";
import type { Finding } from "./finding";
import { comparable } from "./match-terms";
import type { SensitiveTopic } from "./sensitive-topic";
import { sensitiveTopics } from "./sensitive-topics";

/** Also a custom field of a lead or a column of an import: then only name and label are known. */
export type JudgedField = Pick<FieldDefinition, "name"> &
  Partial<
    Pick<FieldDefinition, "label" | "type" | "options" | "placeholder" | "autocomplete" | "wording" | "help">
  >;

const typedInto: ReadonlySet<FieldType> = new Set([
  "text",
  "tel",
  "number",
  "date",
  "textarea",
  "file",
  "password",
]);
/** A browser lets only an address pass in these, so that they can hold nothing else. */
const addressOnly: ReadonlySet<FieldType> = new Set(["email", "url"]);

const autocompleteTopics: readonly [RegExp, string][] = [
  [/^cc-/, "payment-card"],
  [/^(current-password|new-password|one-time-code)$/, "password"],
];

interface Ask {
  severity: "block" | "warn";
  words: string;
}

const withoutInnocent = (topic: SensitiveTopic, text: string): string => text.replace(topic.innocent, " ; ");

function distinctOptions(topic: SensitiveTopic, options: readonly string[]): string[] {
  const hits = options.map((option) => topic.options.exec(option)?.[0]).filter((hit) => hit !== undefined);
  return [...new Set(hits)];
}

function askedFor(
  topic: SensitiveTopic,
  texts: readonly string[],
  options: readonly string[],
): Ask | undefined {
  const question = withoutInnocent(topic, texts.join("\n"));
  const choices = withoutInnocent(topic, options.join("\n"));
  const strong = topic.strong.exec(question)?.[0];
  if (strong) return { severity: "block", words: strong };

  for (const [pattern, unless] of [
    [topic.ambiguous, topic.unless],
    [topic.paraphrased, topic.harmless],
  ] as const) {
    const words = pattern.exec(question)?.[0]?.trim();
    if (words) return { severity: unless.test(`${question}\n${choices}`) ? "warn" : "block", words };
  }
  const answers = distinctOptions(topic, options);
  if (answers.length >= 2) return { severity: "block", words: answers.join(", ") };
  const hint = topic.weak.exec(question)?.[0] ?? (topic.typed ? undefined : topic.strong.exec(choices)?.[0]);
  return hint ? { severity: "warn", words: hint } : undefined;
}

/** What cannot be typed into a box of its kind is no more than a hint. */
function softened(ask: Ask, topic: SensitiveTopic, type: FieldType | undefined): Ask {
  const elsewhere =
    type === "consent" || type === "hidden" || (topic.typed && type !== undefined && !typedInto.has(type));
  return elsewhere ? { ...ask, severity: "warn" } : ask;
}

function askOf(topic: SensitiveTopic, field: JudgedField): Ask | undefined {
  if (field.type === "password" && topic.id === "password")
    return { severity: "block", words: "type=password" };
  const token = field.autocomplete
    ?.toLowerCase()
    .split(/\s+/)
    .find((part) => autocompleteTopics.some(([pattern, id]) => id === topic.id && pattern.test(part)));
  if (token) return { severity: "block", words: `autocomplete=${token}` };
  if (field.type && addressOnly.has(field.type)) return undefined;

  const texts = [field.label, field.help, field.placeholder, field.wording, field.name]
    .filter((text) => text !== undefined && text !== "")
    .map((text) => comparable(text as string));
  const options = (field.options ?? []).flatMap(({ label, value }) => [comparable(label), comparable(value)]);
  const ask = askedFor(topic, texts, options);
  return ask && softened(ask, topic, field.type);
}

/** Whether a field asks for what the policy forbids to collect. `where` names the form, list or import for people. */
export function judgeField(field: JudgedField, where: string): Finding[] {
  const findings: Finding[] = [];
  for (const topic of sensitiveTopics) {
    const ask = askOf(topic, field);
    if (!ask) continue;
    const shown = plainLine(field.label || field.placeholder || field.name, 120);
    findings.push({
      rule: `sensitive.${topic.id}`,
      severity: ask.severity,
      message:
        ask.severity === "block"
          ? `The field “${shown}” asks for ${topic.noun}.`
          : `The field “${shown}” may ask for ${topic.noun}.`,
      evidence: plainLine(`${where}: field “${shown}” (${field.name}), because of: ${ask.words}`, 500),
      remedy:
        ask.severity === "block"
          ? topic.remedy
          : `If it does ask for ${topic.noun}, remove it. If not, say in the label what is meant.`,
    });
  }
  return findings;
}
