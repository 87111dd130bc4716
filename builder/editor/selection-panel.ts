import type { Component, Editor } from "grapesjs";
import { nameOf } from "./component-types";
import { el, iconButton } from "./dom";
import { hasTokens, pageSettings } from "./look-settings";
import { settingGroup } from "./setting-group";
import { settingsFor } from "./settings-panels";

function move(editor: Editor, component: Component, step: -1 | 1): void {
  const parent = component.parent();
  if (!parent) return;
  const others = parent.components().models.filter((one) => !one.is("textnode"));
  const neighbour = others[others.indexOf(component) + step];
  if (!neighbour) return;
  component.move(parent, { at: neighbour.index() + (step > 0 ? 1 : 0) });
  editor.select(component);
  editor.Canvas.scrollTo(component, { behavior: "smooth", block: "nearest" });
}

function duplicate(editor: Editor, component: Component): void {
  const [copy] = component.parent()?.append(component.clone(), { at: component.index() + 1 }) ?? [];
  if (copy) editor.select(copy);
}

function remove(editor: Editor, component: Component): void {
  const parent = component.parent();
  component.remove();
  editor.select(parent && !parent.is("wrapper") ? parent : undefined);
}

/** What to do with the selected part by keyboard or mouse: nothing needs dragging. */
const actions = (editor: Editor, component: Component): HTMLElement =>
  el(
    "div",
    { className: "fe-actions", role: "toolbar", aria: { label: `${nameOf(component)}: place and remove` } },
    iconButton("parent", "Select what is around it", () => {
      const parent = component.parent();
      if (parent && !parent.is("wrapper")) editor.select(parent);
    }),
    iconButton("up", "Move up", () => move(editor, component, -1)),
    iconButton("down", "Move down", () => move(editor, component, 1)),
    iconButton("copy", "Duplicate", () => duplicate(editor, component)),
    iconButton("remove", "Remove", () => remove(editor, component)),
  );

/** The right-hand panel: settings of the selected part. */
export function selectionPanel(editor: Editor): { element: HTMLElement; refresh(): void } {
  const element = el("div", { className: "fe-panel" });
  const refresh = () => {
    const component = editor.getSelected();
    if (!component || component.is("wrapper")) {
      element.replaceChildren(
        el(
          "p",
          { className: "fe-empty" },
          "Click a part of the page to change it. Double-click words to write in place.",
        ),
      );
      return;
    }
    const groups = settingsFor(editor, component).map(({ title, settings }) =>
      settingGroup(title, settings, refresh),
    );
    element.replaceChildren(
      el("header", { className: "fe-selected" }, el("h2", {}, nameOf(component)), actions(editor, component)),
      ...groups,
    );
  };
  editor.on("component:toggled", refresh);
  editor.on("component:selected", refresh);
  editor.on("component:deselected", refresh);
  editor.on("undo redo rte:disable device:select", refresh);
  refresh();
  return { element, refresh };
}

/** Brand of the page as a whole. */
export function pagePanel(editor: Editor): { element: HTMLElement; refresh(): void } {
  const element = el("div", { className: "fe-panel" });
  const refresh = () => {
    const group = hasTokens(editor)
      ? settingGroup("Look of the page", pageSettings(editor), () => refresh())
      : undefined;
    element.replaceChildren(
      group ??
        el(
          "p",
          { className: "fe-empty" },
          "Add a section first: its colours and faces can then be set here for the whole page.",
        ),
    );
  };
  editor.on("undo redo", refresh);
  return { element, refresh };
}
