/** Languages whose own words (privacy notice, messages) are there; any other tag may be kept by the API. */
export const pageLanguages = [
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
] as const;
