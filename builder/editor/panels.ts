import { drawing, el, type Sign, signSvg } from "./dom";

export interface Tab {
  id: string;
  label: string;
  sign: Sign;
  panel: HTMLElement;
}

export interface Tabs {
  element: HTMLElement;
  list: readonly Tab[];
  show(id: string): void;
  /** A small figure beside the label, such as the number of findings. */
  mark(id: string, figure: string, words: string): void;
}

/** Puts a small figure beside a label, in place of the one before. */
function markButton(button: HTMLElement | undefined, figure: string, words: string): void {
  button?.querySelector(".fe-mark")?.remove();
  if (!figure) return;
  button?.append(
    el(
      "span",
      { className: "fe-mark" },
      el("span", { aria: { hidden: "true" } }, figure),
      el("span", { className: "visually-hidden" }, words),
    ),
  );
}

/** Tabs as the ARIA pattern has them: arrows move, the panel follows. */
export function tabs(label: string, list: Tab[]): Tabs {
  const bar = el("div", { className: "fe-tabs", role: "tablist", aria: { label } });
  const buttons = list.map((tab) =>
    el(
      "button",
      {
        type: "button",
        className: "fe-tab",
        id: `fe-tab-${tab.id}`,
        role: "tab",
        aria: { controls: `fe-panel-${tab.id}` },
      },
      tab.label,
    ),
  );
  bar.append(...buttons);
  const show = (id: string) => {
    list.forEach((tab, index) => {
      const isShown = tab.id === id;
      tab.panel.hidden = !isShown;
      buttons[index]?.setAttribute("aria-selected", String(isShown));
      if (buttons[index]) buttons[index].tabIndex = isShown ? 0 : -1;
    });
  };
  list.forEach((tab, index) => {
    tab.panel.id = `fe-panel-${tab.id}`;
    tab.panel.setAttribute("role", "tabpanel");
    tab.panel.setAttribute("aria-labelledby", `fe-tab-${tab.id}`);
    tab.panel.tabIndex = 0;
    buttons[index]?.addEventListener("click", () => show(tab.id));
  });
  bar.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = list[(at + step + list.length) % list.length];
    if (step === 0 || at < 0 || !next) return;
    event.preventDefault();
    show(next.id);
    buttons[list.indexOf(next)]?.focus();
  });
  const mark = (id: string, figure: string, words: string) =>
    markButton(buttons[list.findIndex((tab) => tab.id === id)], figure, words);
  show(list[0]?.id ?? "");
  const element = el("div", { className: "fe-tabbed" }, bar, ...list.map((tab) => tab.panel));
  return { element, list, show, mark };
}

/** On narrow screens the panels are sheets over the page, opened from a bar at the bottom. */
export function dock(
  frame: HTMLElement,
  sides: { name: "left" | "right"; tabs: Tabs }[],
): { element: HTMLElement; close(): void; mark: Tabs["mark"] } {
  const bar = el("nav", { className: "fe-dock", aria: { label: "Panels" } });
  const buttons = new Map<string, HTMLButtonElement>();
  const close = () => {
    delete frame.dataset.sheet;
    for (const button of buttons.values()) button.setAttribute("aria-expanded", "false");
  };
  for (const { name, tabs: group } of sides) {
    for (const tab of group.list) {
      const button = el(
        "button",
        { type: "button", className: "fe-dock-button", aria: { expanded: "false", controls: tab.panel.id } },
        drawing(signSvg(tab.sign)),
        el("span", {}, tab.label),
      );
      button.addEventListener("click", () => {
        const isOpen = button.getAttribute("aria-expanded") === "true";
        close();
        if (isOpen) return;
        group.show(tab.id);
        frame.dataset.sheet = name;
        button.setAttribute("aria-expanded", "true");
      });
      buttons.set(tab.id, button);
      bar.append(button);
    }
  }
  frame.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !frame.dataset.sheet) return;
    const open = [...buttons.values()].find((button) => button.getAttribute("aria-expanded") === "true");
    close();
    open?.focus();
  });
  const mark = (id: string, figure: string, words: string) => markButton(buttons.get(id), figure, words);
  return { element: bar, close, mark };
}
