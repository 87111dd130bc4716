import { publicId, storedId } from "~/lib/ids";
import type { PageDocument } from "~builder/document/page-document";
import { listQuotationUses } from "~builder/document/quotations";
import type { Executor } from "~db/schema/executor";
import type { Testimonial } from "./testimonial";
import { selectTestimonialsById } from "./testimonial-queries.server";

/** The testimonials that a page quotes, by the id that the page names them with. */
export async function findQuotations(
  db: Executor,
  workspaceId: string,
  document: PageDocument,
): Promise<ReadonlyMap<string, Testimonial>> {
  const ids = listQuotationUses(document).flatMap(({ id }) => storedId("testimonial", id) ?? []);
  const found = await selectTestimonialsById(db, workspaceId, [...new Set(ids)]);
  return new Map(found.map((one) => [publicId("testimonial", one.id), one]));
}
