import { type RuleDraft, type RulePart, ruleParts } from "~/components/leads/rule-draft";
import { typedValues } from "~/components/ui/form-state";
import { DomainError } from "~/domain/domain-error";
import type { SegmentFilter, SegmentRule } from "~/domain/segments/segment";
import { publicId, storedId } from "~/lib/ids";

const maxDrafts = 30;

/** The rules as they stand in a sent form. */
export function readDrafts(form: FormData | URLSearchParams): RuleDraft[] {
  const keys = form.getAll("rule").map(String).slice(0, maxDrafts);
  return keys.map((key) => {
    const draft: RuleDraft = { key, kind: String(form.get(`${key}.kind`)) as RuleDraft["kind"] };
    for (const part of ruleParts) {
      const value = form.get(`${key}.${part}`);
      if (typeof value === "string" && value !== "") draft[part] = value.trim();
    }
    return draft;
  });
}

const ruleOf = ({ key: _, sent, days, page, form, ...draft }: RuleDraft): unknown => ({
  ...draft,
  sent: sent !== "no",
  ...(days ? { days: Number(days) } : {}),
  ...(page ? { page: storedId("page", page) ?? page } : {}),
  ...(form ? { form: storedId("form", form) ?? form } : {}),
});

/** Not checked yet: the use case does. */
export const filterOf = (form: FormData | URLSearchParams, drafts: readonly RuleDraft[]): SegmentFilter =>
  ({ match: form.get("match") === "any" ? "any" : "all", rules: drafts.map(ruleOf) }) as SegmentFilter;

function draftOf(rule: SegmentRule, index: number): RuleDraft {
  const draft: RuleDraft = { key: `r${index}`, kind: rule.kind };
  for (const [part, value] of Object.entries(rule)) {
    if (part === "sent") draft.sent = value ? "yes" : "no";
    else if (part === "page") draft.page = publicId("page", String(value));
    else if (part !== "kind" && value !== undefined) draft[part as RulePart] = String(value);
  }
  return draft;
}

export const draftsOf = (filter: SegmentFilter): RuleDraft[] => filter.rules.map(draftOf);

/** Puts what is wrong with the rules beside their fields. */
export function besideFields(error: unknown, drafts: readonly RuleDraft[]): unknown {
  if (!(error instanceof DomainError) || !error.details.fields) return error;
  const fields = Object.fromEntries(
    Object.entries(error.details.fields).map(([path, message]) => {
      const [, index, part] = /^filter\.rules\.(\d+)\.?(.*)$/.exec(path) ?? [];
      const key = index && drafts[Number(index)]?.key;
      return [key ? `${key}.${part || "kind"}` : path, message];
    }),
  );
  return new DomainError(error.kind, error.code, error.safeMessage, { ...error.details, fields });
}

/** Without script: the form again with a rule more or less. Undefined for other intents. */
export function reshaped(
  form: FormData,
): { values: ReturnType<typeof typedValues>; drafts: RuleDraft[] } | undefined {
  const intent = String(form.get("intent") ?? "");
  const drafts = readDrafts(form);
  const values = typedValues(form);
  if (intent === "add") {
    const taken = new Set(drafts.map((draft) => draft.key));
    const key = ["a", "b", "c"].map((letter) => `${letter}${drafts.length}`).find((one) => !taken.has(one));
    return { values, drafts: [...drafts, { key: key ?? `z${drafts.length}`, kind: "field" }] };
  }
  if (!intent.startsWith("remove:")) return undefined;
  return { values, drafts: drafts.filter((draft) => `remove:${draft.key}` !== intent) };
}
