import { readChoice } from "./choice";

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** The rest of the time in words of the page's language, such as "2 days, 3 hr". */
function inWords(seconds: number, language: string, withSeconds: boolean): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of withSeconds ? units : units.slice(0, 3)) {
    const value = Math.floor(rest / size);
    rest %= size;
    if (value === 0 && parts.length === 0 && unit !== "second") continue;
    parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value));
  }
  return parts.join(", ");
}

/** Counts for each visitor on its own: only for those who agreed to being remembered. */
function ownEnd(element: HTMLElement): number | undefined {
  const minutes = Number(element.dataset.evergreen);
  if (!(minutes > 0) || !readChoice()?.functional) return undefined;
  const name = `foyer_until_${element.id || location.pathname}`;
  const known = Number(localStorage.getItem(name));
  const end = known > 0 ? known : Date.now() + minutes * 60_000;
  localStorage.setItem(name, String(end));
  return end;
}

export function attendCountdowns(): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const language = document.documentElement.lang || "en";
  for (const element of Array.from(
    document.querySelectorAll<HTMLTimeElement>("time[data-widget=countdown]"),
  )) {
    const end = ownEnd(element) ?? Date.parse(element.dateTime);
    const plain = element.textContent ?? "";
    if (!(end > Date.now())) continue;
    element.title = plain;
    element.setAttribute("role", "timer");
    const show = () => {
      const left = Math.floor((end - Date.now()) / 1000);
      if (left <= 0) {
        element.textContent = plain;
        clearInterval(timer);
      } else element.textContent = inWords(left, language, !isCalm) || plain;
    };
    const timer = setInterval(show, isCalm ? 60_000 : 1000);
    show();
  }
}
