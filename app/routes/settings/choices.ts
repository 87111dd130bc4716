import type { Choice } from "~/components/ui/select-field";

/** Every IANA zone this machine knows; the present one is there in any case. */
export function timeZoneChoices(present: string): Choice[] {
  const zones = new Set(["UTC", present, ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

export const languageChoices: readonly Choice[] = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
  { value: "fr", label: "Français" },
  { value: "es", label: "Español" },
  { value: "it", label: "Italiano" },
  { value: "nl", label: "Nederlands" },
  { value: "pt", label: "Português" },
  { value: "pl", label: "Polski" },
  { value: "cs", label: "Čeština" },
  { value: "sk", label: "Slovenčina" },
  { value: "hi", label: "हिन्दी" },
  { value: "ar", label: "العربية" },
];
