import { z } from "zod";
import { type SegmentFilter, segmentFilter } from "~/domain/segments/segment";
import { publicId, storedId } from "~/lib/ids";

type Rule = SegmentFilter["rules"][number];

/** Rules name forms and pages by their stored ids; outside, ids have prefixes. */
function withStoredIds(rule: unknown): unknown {
  if (typeof rule !== "object" || rule === null) return rule;
  const given = rule as { form?: unknown; page?: unknown };
  return {
    ...given,
    ...(typeof given.form === "string" && { form: storedId("form", given.form) ?? given.form }),
    ...(typeof given.page === "string" && { page: storedId("page", given.page) ?? given.page }),
  };
}

/** What nobody reads would choose everybody: unknown words in a filter are refused. */
function unknownKeys(given: unknown, read: unknown, path: string[] = []): string[][] {
  if (typeof given !== "object" || given === null || typeof read !== "object" || read === null) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    key in read
      ? unknownKeys(value, (read as Record<string, unknown>)[key], [...path, key])
      : [[...path, key]],
  );
}

const outside = z.object({
  match: z.enum(["all", "any"]).optional(),
  rules: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
});

export const segmentFilterField = z
  .looseObject(outside.shape)
  .meta({
    description:
      "`match` (all or any) and `rules`, such as {kind: field, field: city, is: equals, value: Bern}.",
  })
  .transform((given, context): SegmentFilter => {
    const stored = { ...given, rules: (given.rules ?? []).map(withStoredIds) };
    const read = segmentFilter.safeParse(stored);
    if (!read.success) {
      for (const issue of read.error.issues)
        context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
      return z.NEVER;
    }
    for (const path of unknownKeys(stored, read.data))
      context.addIssue({ code: "custom", message: "There is no such field.", path });
    return read.data;
  });

const showRule = (rule: Rule): Record<string, unknown> => {
  if (rule.kind === "form") return { ...rule, form: publicId("form", rule.form) };
  if (rule.kind === "page") return { ...rule, page: publicId("page", rule.page) };
  return { ...rule };
};

export const showSegmentFilter = ({ match, rules }: SegmentFilter) => ({ match, rules: rules.map(showRule) });
