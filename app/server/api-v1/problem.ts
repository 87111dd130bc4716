import { z } from "zod";
import { type DomainError, isDomainError } from "~/domain/domain-error";
import { expectedError, statusOfKind } from "../http-errors.server";

/** RFC 9457, with a `code` that stays the same when the words change. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  /** Messages by field. */
  errors?: Record<string, string>;
  /** What acceptable use found. */
  findings?: unknown;
  retryAfter?: number;
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  findings: z.array(z.unknown()).optional(),
});

/** Thrown inside the API for what no use case decides. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export const problem = (status: number, code: string, title: string, more: Partial<Problem> = {}) =>
  new ApiProblem({ status, code, title, ...more });

/** Use cases name their own input; outside, names are snake_case. Names of people's own fields stay. */
const outsideNames = (fields: Record<string, string> | undefined) =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [
      name.startsWith("fields.") ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      message,
    ]),
  );

function ofDomain(error: DomainError): Problem {
  const { fields, data, retryAfter } = error.details;
  const findings = (data as { findings?: unknown } | undefined)?.findings;
  return {
    status: statusOfKind[error.kind],
    code: error.code,
    title: error.safeMessage,
    errors: outsideNames(fields),
    findings,
    retryAfter,
  };
}

/** Errors of Fastify itself, by its code. */
const ofServer: Record<string, [number, string, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    "media_type_unsupported",
    "Send JSON: Content-Type: application/json.",
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, "body_too_large", "The body is too large. Nothing was done."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, "body_incomplete", "The body is not as long as it says."],
};

export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ApiProblem) return error.problem;
  const expected = isDomainError(error) ? error : expectedError(error);
  if (expected) return ofDomain(expected);
  const known = ofServer[(error as { code?: string }).code ?? ""];
  if (known) return { status: known[0], code: known[1], title: known[2] };
  return undefined;
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

/** zod's own words are for developers of ours; those that a schema gives are kept. */
function wordsOf(issue: z.core.$ZodIssue): string {
  const own = /^(?:Invalid|Too (?:big|small)|Unrecognized)/.test(issue.message);
  if (!own) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      if (issue.message.endsWith("received undefined")) return "This is missing.";
      return `Give ${kinds[issue.expected] ?? issue.expected} here.`;
    case "invalid_value":
      return `Give one of: ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `Use at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}.`;
    case "too_small":
      return `Use at least ${issue.minimum}${issue.origin === "string" ? " characters" : ""}.`;
    case "invalid_format":
      if (issue.format === "date") return "Give the day as 2026-11-23.";
      if (issue.format === "datetime") return "Give the time as 2026-11-23T09:00:00Z.";
      return "This does not have the right form.";
    default:
      return issue.message;
  }
}

/** Messages by field from what zod found. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]] : issue.path;
    errors[path.join(".") || "body"] ??=
      issue.code === "unrecognized_keys" ? "There is no such field." : wordsOf(issue);
  }
  return errors;
}
