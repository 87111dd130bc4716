import type { Component, Editor } from "grapesjs";
import { actionBar } from "./action-bar";
import { nameOf } from "./component-types";
import { el } from "./dom";
import { keepingFocus, whenReleased } from "./keep-focus";
import type { SettingsPanel } from "./setting";
import { settingGroup } from "./setting-group";
import { settingsFor } from "./settings-panels";

/** The right-hand panel: settings of the selected part. */
export function selectionPanel(
  editor: Editor,
  more: readonly SettingsPanel[],
): { element: HTMLElement; refresh(): void } {
  const element = el("div", { className: "fe-panel" });
  let shown: Component | undefined;
  const draw = () => {
    const component = editor.getSelected();
    // Another part is read from its beginning.
    if (component !== shown) element.scrollTop = 0;
    shown = component;
    if (!component || component.is("wrapper")) {
      element.replaceChildren(
        el(
          "p",
          { className: "fe-empty" },
          "Press a part of the page to change it. Press words twice to write in place.",
        ),
      );
      return;
    }
    const groups = settingsFor(editor, component, more).map(({ title, settings }) =>
      settingGroup(title, settings, () => refresh()),
    );
    element.replaceChildren(
      el(
        "header",
        { className: "fe-selected" },
        el("h2", { tabIndex: -1 }, nameOf(component)),
        actionBar(editor, component),
      ),
      ...groups,
    );
  };
  const refresh = () => keepingFocus(element, draw);
  editor.on("component:toggled", refresh);
  editor.on("component:selected", refresh);
  editor.on("component:deselected", refresh);
  editor.on("undo redo device:select", refresh);
  // GrapesJS takes the words over only after it has told the end of writing.
  editor.on("rte:disable", () => whenReleased(element, refresh));
  refresh();
  return { element, refresh };
}
