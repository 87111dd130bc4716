import { el, iconButton } from "./dom";
import { isMac } from "./keyboard";
import { keyNames, type Shortcut } from "./shortcuts";

function combination(keys: string, mac: boolean): HTMLElement {
  const names = keyNames(keys, mac);
  return el("span", { className: "fe-keys" }, ...names.map((name) => el("kbd", {}, name)));
}

function line(shortcut: Shortcut, mac: boolean): HTMLElement {
  const ways = shortcut.keys.flatMap((keys, index) => [
    ...(index > 0 ? [el("span", { className: "fe-or" }, "or")] : []),
    combination(keys, mac),
  ]);
  return el("div", {}, el("dt", {}, shortcut.label), el("dd", {}, ...ways));
}

export interface ShortcutSheet {
  element: HTMLDialogElement;
  fill(shortcuts: readonly Shortcut[]): void;
  open(): void;
}

/** All shortcuts on one sheet; the browser keeps the focus in it and gives it back. */
export function shortcutSheet(): ShortcutSheet {
  const mac = isMac();
  const element = el("dialog", {
    className: "dialog dialog-wide fe-sheet",
    aria: { labelledby: "fe-sheet-title" },
  });
  const close = () => element.close();
  const groups = el("div", { className: "fe-sheet-groups" });
  const fill = (shortcuts: readonly Shortcut[]) =>
    groups.replaceChildren(
      ...[...new Set(shortcuts.map(({ group }) => group))].map((group) =>
        el(
          "section",
          {},
          el("h3", {}, group),
          el("dl", {}, ...shortcuts.filter((one) => one.group === group).map((one) => line(one, mac))),
        ),
      ),
    );
  element.append(
    el(
      "div",
      { className: "dialog-body" },
      el(
        "header",
        { className: "dialog-head" },
        el("h2", { id: "fe-sheet-title", className: "dialog-title" }, "Keyboard"),
        iconButton("close", "Close", close),
      ),
      groups,
      el(
        "p",
        { className: "fe-hint" },
        "In the outline the arrows walk through the tree, F2 renames and Delete removes. Nothing needs a mouse or dragging.",
      ),
    ),
  );
  element.addEventListener("click", (event) => {
    if (event.target === element) close();
  });
  return { element, fill, open: () => element.showModal() };
}
