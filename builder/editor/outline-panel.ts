import type { Component, Editor } from "grapesjs";
import { actionBar } from "./action-bar";
import { isHidden, isMainPart, move, remove, rename, show, toggleHidden } from "./arrange";
import { isTextNode, within } from "./component-parts";
import { nameOf } from "./component-types";
import { drawing, el, signSvg } from "./dom";
import { keepingFocus } from "./keep-focus";
import { letRowsBeDragged } from "./outline-drag";
import { type OutlineRow, outlineRows } from "./outline-rows";

/** Sections are closed until somebody opens them, and a main part is open; what holds the selection is always open. */
function openness(editor: Editor) {
  const opened = new Set<string>();
  const closed = new Set<string>();
  const holdsSelection = (component: Component): boolean => {
    const selected = editor.getSelected();
    return selected !== undefined && selected !== component && component.contains(selected);
  };
  return {
    isOpen: (component: Component) =>
      opened.has(component.cid) ||
      (isMainPart(component) && !closed.has(component.cid)) ||
      holdsSelection(component),
    set(component: Component, open: boolean) {
      if (open) opened.add(component.cid);
      else opened.delete(component.cid);
      if (open) closed.delete(component.cid);
      else closed.add(component.cid);
      const selected = editor.getSelected();
      if (!open && selected && component.contains(selected)) editor.select(component);
    },
  };
}

const wordsOf = (component: Component): string =>
  within(component)
    .filter(isTextNode)
    .map((text) => String(text.get("content") ?? "").trim())
    .filter(Boolean)
    .join(" ");

function rowElement(row: OutlineRow, isSelected: boolean, isFocusable: boolean): HTMLElement {
  const { component, level, position, count, isOpen } = row;
  const words = wordsOf(component).slice(0, 40);
  const element = el(
    "li",
    {
      className: "fe-leaf",
      role: "treeitem",
      tabIndex: isFocusable ? 0 : -1,
      data: { row: component.cid },
      aria: {
        level: String(level),
        posinset: String(position),
        setsize: String(count),
        selected: String(isSelected),
        ...(isOpen === undefined ? {} : { expanded: String(isOpen) }),
      },
    },
    el(
      "span",
      { className: "fe-twist", aria: { hidden: "true" } },
      isOpen === undefined ? "" : isOpen ? "▾" : "▸",
    ),
    el("span", { className: "fe-leaf-name" }, nameOf(component)),
    words ? el("span", { className: "fe-leaf-words" }, words) : undefined,
    isHidden(component) ? el("span", { className: "fe-leaf-hidden" }, "hidden") : undefined,
    el("span", { className: "fe-grip", aria: { hidden: "true" } }, drawing(signSvg("grip"))),
  );
  element.style.setProperty("--level", String(level));
  return element;
}

function updateRow(row: HTMLElement, now: HTMLElement): HTMLElement {
  for (const { name, value } of Array.from(now.attributes)) row.setAttribute(name, value);
  if (!now.hasAttribute("aria-expanded")) row.removeAttribute("aria-expanded");
  if (row.innerHTML !== now.innerHTML) row.replaceChildren(...now.childNodes);
  return row;
}

/** The row in focus is neither made anew nor moved: a screen reader would lose its place. */
function placeRows(tree: HTMLElement, rows: readonly HTMLElement[]): void {
  for (const old of Array.from(tree.children)) if (!rows.includes(old as HTMLElement)) old.remove();
  const fixed = Math.max(
    0,
    rows.findIndex((row) => row.contains(document.activeElement)),
  );
  const anchor = rows[fixed];
  if (anchor && !tree.contains(anchor)) tree.append(anchor);
  rows.forEach((row, index) => {
    if (index > fixed && rows[index - 1]?.nextSibling !== row) rows[index - 1]?.after(row);
  });
  for (let index = fixed - 1; index >= 0; index -= 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (row && row.nextSibling !== next) next?.before(row);
  }
}

function renameInPlace(row: HTMLElement, component: Component, done: () => void): void {
  const label = row.querySelector(".fe-leaf-name");
  if (!label) return;
  const input = el("input", {
    type: "text",
    className: "fe-rename",
    value: nameOf(component),
    maxLength: 80,
    aria: { label: "Name of this part" },
  });
  let isOver = false;
  const finish = (keep: boolean) => {
    if (isOver) return;
    isOver = true;
    if (keep) rename(component, input.value);
    done();
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") finish(event.key === "Enter");
  });
  input.addEventListener("blur", () => finish(true));
  label.replaceWith(input);
  input.select();
}

/** The page as a tree: every part can be found, moved, renamed, hidden and removed here, by keyboard as well. */
export function outlinePanel(editor: Editor): { element: HTMLElement; refresh(): void } {
  const tree = el("ul", { className: "fe-outline", role: "tree", aria: { label: "Parts of the page" } });
  const hint = el("p", { className: "fe-hint fe-keys" }, "Alt with ↑ or ↓ moves a part, F2 renames it.");
  const bar = el("div", { className: "fe-outline-bar" });
  const element = el("div", { className: "fe-panel" }, bar, tree, hint);
  const state = openness(editor);
  let rows: OutlineRow[] = [];
  const elementOf = (component: Component | undefined) =>
    component && tree.querySelector<HTMLElement>(`[data-row="${component.cid}"]`);
  const componentOf = (row: Element | null) =>
    rows.find(({ component }) => component.cid === row?.getAttribute("data-row"))?.component;

  const startRename = (component: Component) => {
    const row = elementOf(component);
    if (row) renameInPlace(row, component, () => draw(true));
  };
  /** Says true when the focus belongs to the tree, also after a name was written. */
  const draw = (takeFocus = tree.contains(document.activeElement) && !tree.querySelector(".fe-rename")) => {
    const root = editor.getWrapper();
    if (!root || (!takeFocus && tree.querySelector(".fe-rename"))) return;
    const selected = editor.getSelected();
    rows = outlineRows(root, state.isOpen);
    const at = rows.some(({ component }) => component === selected) ? selected : rows[0]?.component;
    placeRows(
      tree,
      rows.map((row) => {
        const made = rowElement(row, row.component === selected, row.component === at);
        const before = elementOf(row.component);
        return before ? updateRow(before, made) : made;
      }),
    );
    tree.hidden = rows.length === 0;
    hint.textContent =
      rows.length === 0 ? "The page is still empty." : "Alt with ↑ or ↓ moves a part, F2 renames it.";
    keepingFocus(bar, () =>
      bar.replaceChildren(
        ...(selected && !selected.is("wrapper") ? [actionBar(editor, selected, startRename)] : []),
      ),
    );
    if (takeFocus) elementOf(at)?.focus({ preventScroll: true });
  };

  const step = (from: Component, by: number) => {
    const index = rows.findIndex(({ component }) => component === from);
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + by))];
    if (next) show(editor, next.component);
  };
  const twist = (component: Component, open: boolean) => {
    const row = rows.find((one) => one.component === component);
    if (row?.isOpen === undefined || row.isOpen === open) {
      const parent = component.parent();
      if (!open && parent && !parent.is("wrapper")) show(editor, parent);
      else if (open && row?.isOpen) step(component, 1);
      return;
    }
    state.set(component, open);
    draw(true);
  };
  const keys: Record<string, (component: Component) => void> = {
    ArrowDown: (one) => step(one, 1),
    ArrowUp: (one) => step(one, -1),
    ArrowRight: (one) => twist(one, true),
    ArrowLeft: (one) => twist(one, false),
    Home: (one) => step(one, -rows.length),
    End: (one) => step(one, rows.length),
    Enter: (one) => show(editor, one, "center"),
    F2: startRename,
    Delete: (one) => remove(editor, one),
    "Alt+ArrowUp": (one) => move(editor, one, -1),
    "Alt+ArrowDown": (one) => move(editor, one, 1),
    h: (one) => toggleHidden(editor, one),
  };
  tree.addEventListener("keydown", (event) => {
    const component = componentOf((event.target as Element).closest("[data-row]"));
    if (!component || event.ctrlKey || event.metaKey) return;
    const run = keys[`${event.altKey ? "Alt+" : ""}${event.key}`];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run(component);
  });
  tree.addEventListener("click", (event) => {
    const target = event.target as Element;
    const component = componentOf(target.closest("[data-row]"));
    if (!component || target.closest(".fe-rename")) return;
    const row = rows.find((one) => one.component === component);
    if (target.closest(".fe-twist") && row?.isOpen !== undefined) twist(component, !row.isOpen);
    else show(editor, component, "center");
  });
  tree.addEventListener("dblclick", (event) => {
    const component = componentOf((event.target as Element).closest("[data-row]"));
    if (component) startRename(component);
  });
  letRowsBeDragged(editor, tree, componentOf);

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const refresh = () => {
    if (isClosed) return;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      draw();
    }, 60);
  };
  editor.on("component:add component:remove component:update component:toggled undo redo", refresh);
  editor.on("destroy", () => {
    isClosed = true;
    clearTimeout(waiting);
  });
  return { element, refresh };
}
