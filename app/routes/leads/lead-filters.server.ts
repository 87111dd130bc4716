import { listForms } from "~/domain/forms/find-form.server";
import { listPages } from "~/domain/pages/list-pages.server";
import type { LeadChoice } from "~/domain/segments/list-leads.server";
import { listSegments } from "~/domain/segments/list-segments.server";
import { type IndexedRule, segmentRule } from "~/domain/segments/segment";
import { publicId, storedId } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";

const names = ["q", "segment", "consent", "page", "origin", "days"] as const;

/** The leads that an address asks for; a filter that makes no sense filters nothing. */
export function readLeadFilters(query: URLSearchParams): { choice: LeadChoice; isFiltered: boolean } {
  const given = (name: (typeof names)[number]) => query.get(name) ?? "";
  const rules = [
    given("consent") && { kind: "consent", purpose: "mail", state: given("consent") },
    given("page") && { kind: "page", page: storedId("page", given("page")) ?? "" },
    given("origin") && { kind: "origin", origin: given("origin") },
    given("days") && { kind: "date", of: "created", days: Number(given("days")) },
  ];
  const also = rules.flatMap((rule) => {
    const parsed = segmentRule.safeParse(rule);
    return parsed.success ? [parsed.data as IndexedRule] : [];
  });
  const segmentId = storedId("segment", given("segment"));
  return {
    choice: { q: given("q").slice(0, 200), also, ...(segmentId ? { segmentId } : {}) },
    isFiltered: names.some((name) => given(name) !== ""),
  };
}

/** What can be chosen in the filters: saved segments, and pages that have a form. */
export async function listLeadFilters(deps: ServerDeps, workspaceId: string) {
  const [segments, forms, { pages }] = await Promise.all([
    listSegments(deps, workspaceId),
    listForms(deps, workspaceId),
    listPages(deps, workspaceId, { limit: 200 }),
  ]);
  const withForm = new Set(forms.map((form) => form.pageId));
  return {
    segments: segments.map(({ id, name }) => ({ value: publicId("segment", id), label: name })),
    pages: pages
      .filter((page) => withForm.has(page.id))
      .map(({ id, title }) => ({ value: publicId("page", id), label: title })),
  };
}
