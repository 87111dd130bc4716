import { foldText } from "~/lib/fold-text";

const consentPrefix = "consent_";
const maxSearchText = 1000;
const maxValue = 10_000;

const loneSurrogate = /\p{Surrogate}/u;

/** Stored text: valid Unicode without NUL, which one of the databases cannot hold. */
export const storedText = (text: string, max = maxValue): string => {
  if (text.length <= max && !text.includes("\u0000") && !loneSurrogate.test(text)) return text;
  const clean = text.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\u0000", "");
  return clean.length <= max ? clean : [...clean].slice(0, max).join("");
};

/** Fields of a submission that describe the person: without address and consent boxes. */
export function personFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== "" && name !== "email" && !name.startsWith(consentPrefix),
    ),
  );
}

/** What search looks into. */
export function searchText(lead: { email: string; name: string; fields: Record<string, string> }): string {
  const values = new Set([lead.email, lead.name, ...Object.values(lead.fields)]);
  const folded = foldText([...values].join(" ").slice(0, maxSearchText * 2));
  return folded.length <= maxSearchText ? folded : [...folded].slice(0, maxSearchText).join("");
}
