import { DomainError } from "~/domain/domain-error";

/** The picture of a form that takes one or gives up the present one; undefined for the latter. */
export function readPicture(form: FormData): File | undefined {
  if (form.has("drop")) return undefined;
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return file;
  const message = "Choose a picture.";
  throw new DomainError("invalid", "no_picture", message, { fields: { file: message } });
}
