import { el } from "./dom";

export interface Tab {
  id: string;
  label: string;
  panel: HTMLElement;
}

/** Tabs as the ARIA pattern has them: arrows move, the panel follows. */
export function tabs(label: string, list: Tab[]): { element: HTMLElement; show(id: string): void } {
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
  show(list[0]?.id ?? "");
  return { element: el("div", { className: "fe-tabbed" }, bar, ...list.map((tab) => tab.panel)), show };
}
