import type { Command } from "./frame-props";
import { openPlaces, type PlaceKey, placePath } from "./places";

const searched = ["pages", "leads", "campaigns"] as const;

/** What fits the words typed: places and commands first, then searches in the lists. */
export function findCommands(
  base: string,
  more: readonly Command[],
  typed: string,
  closed: readonly PlaceKey[] = [],
): Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const known = [
    ...more,
    ...openPlaces(closed).map(({ key, label }) => ({ label: `Go to ${label}`, to: placePath(base, key) })),
  ];
  const fitting = known.filter((command: Command) => {
    const text = fold(`${command.label} ${command.words ?? ""}`);
    return words.every((word) => text.includes(word));
  });
  const query = typed.trim();
  if (!query) return fitting;
  const searches = searched
    .filter((key) => !closed.includes(key))
    .map((key) => ({
      label: `Search ${key} for “${query}”`,
      to: `${placePath(base, key)}?${new URLSearchParams({ q: query })}`,
    }));
  return [...fitting, ...searches];
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
