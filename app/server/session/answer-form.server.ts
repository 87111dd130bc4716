import { data } from "@remix-run/node";
import { type FormState, refusedForm } from "~/components/ui/form-state";
import { isDomainError } from "~/domain/domain-error";
import { statusOfKind } from "../http-errors.server";

/** For `throw refuse(error)` in loaders: an expected failure becomes its status with words for people. */
export function refuse(error: unknown): unknown {
  if (!isDomainError(error)) return error;
  const { retryAfter } = error.details;
  return data(
    { code: error.code, message: error.safeMessage },
    {
      status: statusOfKind[error.kind],
      headers: retryAfter ? { "Retry-After": String(retryAfter) } : undefined,
    },
  );
}

/** Runs what a form asks for. When it is refused the form comes back with what was typed and what is wrong. */
export async function answerForm<T>(form: FormData, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    const state: FormState = refusedForm(form, error);
    return data(state, { status: isDomainError(error) ? statusOfKind[error.kind] : 500 });
  }
}

/** The form as it comes back when the fields do not fit. */
export const invalidAnswer = (state: FormState) => data(state, { status: 422 });
