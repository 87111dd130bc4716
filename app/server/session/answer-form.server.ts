import { data } from "@remix-run/node";
import { type FormState, refusedForm } from "~/components/ui/form-state";
import { expectedError, statusOfKind } from "../http-errors.server";

/** For `throw refuse(error)` in loaders: an expected failure becomes its status with words for people. */
export function refuse(error: unknown): unknown {
  const expected = expectedError(error);
  if (!expected) return error;
  const { retryAfter } = expected.details;
  return data(
    { code: expected.code, message: expected.safeMessage },
    {
      status: statusOfKind[expected.kind],
      headers: retryAfter ? { "Retry-After": String(retryAfter) } : undefined,
    },
  );
}

/** Runs what a form asks for. When it is refused the form comes back with what was typed and what is wrong. */
export async function answerForm<T>(form: FormData, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    const expected = expectedError(error);
    const state: FormState = refusedForm(form, expected ?? error);
    return data(state, { status: expected ? statusOfKind[expected.kind] : 500 });
  }
}

/** The form as it comes back when the fields do not fit. */
export const invalidAnswer = (state: FormState) => data(state, { status: 422 });
