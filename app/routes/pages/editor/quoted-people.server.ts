import type { AppLoadContext } from "@remix-run/node";
import { listTestimonials } from "~/domain/testimonials/list-testimonials.server";
import type { Testimonial } from "~/domain/testimonials/testimonial";
import { publicId } from "~/lib/ids";
import type { Project } from "~builder/document/project";
import { quotationHtml, withQuotations } from "~builder/document/quotations";
import type { QuotedPerson } from "~builder/editor/quotations";

const labelOf = ({ name, shown }: Testimonial) => (shown ? name : `${name} (has not agreed yet)`);

/** The people that the editor offers to quote, and the page with their words as it is edited. */
export async function withQuotedPeople<Kept extends Project>(
  { deps }: AppLoadContext,
  workspaceId: string,
  project: Kept,
): Promise<{ project: Kept; quotations: QuotedPerson[] }> {
  const all = await listTestimonials(deps, workspaceId);
  const byId = new Map(all.map((one) => [publicId("testimonial", one.id), one]));
  return {
    project: withQuotations(project, (id) => byId.get(id)),
    quotations: [...byId].map(([id, one]) => ({ id, label: labelOf(one), html: quotationHtml(one) })),
  };
}
