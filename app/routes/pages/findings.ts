import type { Finding } from "~/domain/acceptable-use/finding";
import { isDomainError } from "~/domain/domain-error";

/** The findings that a refusal to publish carries. */
export function findingsOf(error: unknown): Finding[] {
  const more = isDomainError(error)
    ? (error.details.data as { findings?: Finding[] } | undefined)
    : undefined;
  return more?.findings ?? [];
}
