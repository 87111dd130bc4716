import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { maxTestimonials, type Testimonial } from "./testimonial";
import { selectTestimonial, selectTestimonials } from "./testimonial-queries.server";

/** Newest first. */
export const listTestimonials = (deps: Pick<Deps, "db">, workspaceId: string): Promise<Testimonial[]> =>
  selectTestimonials(deps.db, workspaceId, maxTestimonials);

export async function getTestimonial(db: Executor, workspaceId: string, id: string): Promise<Testimonial> {
  const found = await selectTestimonial(db, workspaceId, id);
  if (found) return found;
  throw new DomainError("not_found", "testimonial_not_found", "There is no such testimonial.");
}
