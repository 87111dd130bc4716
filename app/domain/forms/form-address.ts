import { isId } from "~/lib/ids";

/** A form as the outside names it: its workspace first, so that every look-up begins with the tenant. */
export interface FormAddress {
  workspaceId: string;
  formId: string;
}

export const encodeFormAddress = ({ workspaceId, formId }: FormAddress): string =>
  `${workspaceId}-${formId}`.toLowerCase();

const shape = /^([0-9a-z]{26})-([0-9a-z]{26})$/i;

export function decodeFormAddress(text: string): FormAddress | undefined {
  const [, workspace = "", form = ""] = shape.exec(text) ?? [];
  const address = { workspaceId: workspace.toUpperCase(), formId: form.toUpperCase() };
  return isId(address.workspaceId) && isId(address.formId) ? address : undefined;
}

/** Where a page sends the form; the same on every host that serves the page. */
export const formAction = (address: FormAddress): string => `/f/${encodeFormAddress(address)}`;
