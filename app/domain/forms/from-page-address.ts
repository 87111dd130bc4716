import type { FormDefinition } from "~builder/document/form-definition";

const maxLength = 500;

const hostOf = (address: string): string => {
  try {
    return new URL(address).host;
  } catch {
    return "";
  }
};

/**
 * Hidden fields that a URL parameter fills, where no script has filled them: from the address of the page that the form
 * was sent from, if the browser tells it.
 */
export function fromPageAddress(
  definition: FormDefinition,
  sent: ReadonlyMap<string, readonly string[]>,
  { pageAddress, ownHost }: { pageAddress: string; ownHost: string },
): ReadonlyMap<string, readonly string[]> {
  const filled = definition.fields.filter((field) => field.fromUrl);
  if (filled.length === 0 || !pageAddress.includes("?") || hostOf(pageAddress) !== ownHost) return sent;
  const query = new URL(pageAddress).searchParams;
  const joined = new Map(sent);
  for (const field of filled) {
    const given = query
      .get(field.fromUrl ?? "")
      ?.trim()
      .slice(0, maxLength);
    const before = sent.get(field.name)?.[0] ?? "";
    if (given && (before === "" || before === field.value)) joined.set(field.name, [given]);
  }
  return joined;
}
