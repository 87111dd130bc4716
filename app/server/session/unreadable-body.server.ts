import { data } from "@remix-run/node";

/** More was sent than a screen takes, though the request did not say so beforehand. */
export class BodyTooLargeError extends Error {}

const tooLarge = (error: unknown): boolean =>
  error instanceof BodyTooLargeError || (error instanceof Error && error.cause instanceof BodyTooLargeError);

/** What the platform throws where a body is torn, of another kind than a form, or no form at all. */
const noForm = (error: unknown): boolean =>
  error instanceof TypeError && /FormData|multipart\/form-data/.test(error.message);

/** The refusal of a body that could not be read, for `throw`; undefined when something else went wrong. */
export function unreadableBody(error: unknown) {
  if (tooLarge(error)) {
    const message = "What was sent is larger than is taken here. Nothing was saved.";
    return data({ code: "body_too_large", message }, { status: 413 });
  }
  if (!noForm(error)) return undefined;
  const message = "What was sent could not be read as a form. Nothing was saved. Go back and send it again.";
  return data({ code: "body_unreadable", message }, { status: 400 });
}
