import type { Finding } from "~/domain/acceptable-use/finding";
import { isDomainError } from "~/domain/domain-error";

/** The findings in what a refusal to publish says besides its message. */
export const findingsIn = (data: unknown): Finding[] =>
  (data as { findings?: Finding[] } | undefined)?.findings ?? [];

export const findingsOf = (error: unknown): Finding[] =>
  isDomainError(error) ? findingsIn(error.details.data) : [];
