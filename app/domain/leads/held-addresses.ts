import { mergeKey } from "~/lib/email-address";

const longest = 1024;

/** Every value that is an address as a whole, in whichever field it stands, each once. */
export const addressesIn = (fields: Record<string, string>): string[] => [
  ...new Set(
    Object.values(fields)
      .filter((value) => value.length <= longest && value.includes("@"))
      .map(mergeKey)
      .filter((key) => /^\S+@\S+$/.test(key)),
  ),
];
