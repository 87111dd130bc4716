export interface Shortcut {
  /** Such as "Mod+Shift+Z": Mod is the command key of a Mac and Ctrl elsewhere. Several do the same. */
  keys: readonly string[];
  label: string;
  group: string;
  /** Only while the canvas or nothing has the focus, so that panels keep their own use of the key. */
  onCanvas?: boolean;
  /** Also while somebody writes in a field or in place. */
  whileWriting?: boolean;
  /** False when there was nothing to do: the key then keeps its usual meaning. */
  run(): unknown;
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a press is this combination, and nothing more than it. */
export function isPressed(event: Pressed, keys: string, isMac: boolean): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const ctrl = wants("Mod") && !isMac;
  const meta = wants("Mod") && isMac;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === ctrl &&
    event.metaKey === meta &&
    event.altKey === wants("Alt") &&
    event.shiftKey === wants("Shift")
  );
}

const names: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** The keys as they are printed on the keyboard. */
export const keyNames = (keys: string, isMac: boolean): string[] =>
  keys.split("+").map((key) => {
    if (key === "Mod") return isMac ? "⌘" : "Ctrl";
    if (key === "Alt") return isMac ? "⌥" : "Alt";
    return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });

/** Fields and words written in place, where most keys belong to the writing. */
export function isWriting(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.tagName) return false;
  if (element.isContentEditable) return true;
  return /^(?:textarea|select)$/i.test(element.tagName)
    ? true
    : element.tagName.toLowerCase() === "input" &&
        !/^(?:checkbox|radio|button|submit|color|range)$/.test(element.getAttribute("type") ?? "");
}
