import type { z } from "zod";
import { DomainError } from "../domain-error";

/** What was given, or one error with a message for each field. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown, code: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new DomainError("invalid", code, Object.values(fields)[0] ?? "Something in this is not right.", {
    fields,
  });
}
