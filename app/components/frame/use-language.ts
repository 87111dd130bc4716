import { useMatches } from "@remix-run/react";

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** The language of the page: the innermost loader that names one in `language`, English otherwise. */
export function useLanguage(): { language: string; direction: "ltr" | "rtl" } {
  const language = useMatches().reduce((present, { data }) => named(data) ?? present, "en");
  const [base = ""] = language.split("-");
  return { language, direction: rightToLeft.has(base) ? "rtl" : "ltr" };
}

function named(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("language" in data)) return undefined;
  return typeof data.language === "string" ? data.language : undefined;
}
