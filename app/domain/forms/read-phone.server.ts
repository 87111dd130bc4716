import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** The number as +COUNTRYNUMBER (E.164); undefined when it cannot be one, so that it is kept as typed. */
export function readPhone(text: string, country: string | undefined): string | undefined {
  const known = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const international = text.trim().replace(/^00(?=[1-9])/, "+");
  if (!known && !international.startsWith("+")) return undefined;
  const number = parsePhoneNumberFromString(international, known);
  // An extension is not part of E.164 and would be lost.
  if (!number?.isValid() || number.ext) return undefined;
  return number.number;
}
