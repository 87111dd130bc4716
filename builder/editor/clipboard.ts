import type { Component, ComponentDefinition, Editor } from "grapesjs";
import type { Project, ProjectComponent, ProjectStyle } from "../document/project";
import { announce } from "./announce";
import { isSection, placeForSection, remove, type SectionPlace, sectionAdded, show } from "./arrange";
import { addRules } from "./block-rules";
import { copyOf, readCopy, withFreshIds } from "./copied-part";
import { themeOf } from "./theme-rule";

const storedUnder = "foyer:copied-part";

/** Told when a part was copied. */
export const partCopied = "foyer:part-copied";

export interface SectionClipboard {
  /** The selected part; false when there is none, or when words are selected and it is not meant for sure. */
  copy(isMeant?: boolean): boolean;
  cut(): boolean;
  paste(): boolean;
  hasCopy(): boolean;
}

const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

function stored(): string | null {
  try {
    return localStorage.getItem(storedUnder);
  } catch {
    return null;
  }
}

let nextId = 0;
const newId = (): string => {
  nextId += 1;
  return `p${Date.now().toString(36)}${nextId}`;
};

/** What was copied may come from another tab and an older version, so it is read as strictly as a save. */
async function cleaned(project: unknown): Promise<Project | undefined> {
  const { readPageDocument } = await import("../document/page-document");
  try {
    return readPageDocument(project).document.project;
  } catch {
    return undefined;
  }
}

/**
 * Puts components and their rules on the page, with what these build on where the page has a look of ours: sections at a given place or after the selected section, parts after the
 * selected part.
 */
export function putProject(
  editor: Editor,
  base: readonly ProjectStyle[],
  project: Project,
  asSection: boolean,
  place: SectionPlace | undefined = placeForSection(editor),
): Component | undefined {
  const fresh = withFreshIds(project, (id) => Boolean(editor.Components.getById(id)), newId);
  const parts = fresh.pages[0].frames[0].component.components ?? [];
  if (!place || parts.length === 0) return undefined;
  addRules(editor, fresh.styles, themeOf(editor) ? base : []);
  const selected = editor.getSelected();
  const around = asSection || !selected || isSection(selected) ? undefined : selected.parent();
  const { parent, at } = around && selected ? { parent: around, at: selected.index() + 1 } : place;
  const [added] = parent.append(parts as ComponentDefinition[], { at });
  if (added) show(editor, added, "center");
  return added;
}

/** Copies parts between pages, tabs and windows of the same browser. */
export function sectionClipboard(
  editor: Editor,
  base: readonly ProjectStyle[],
  onProblem: (message: string) => void,
): SectionClipboard {
  const copy = (isMeant = false): boolean => {
    const selected = editor.getSelected();
    const words = [editor.Canvas.getWindow(), window].map((one) => one?.getSelection()?.toString());
    if (!selected || selected.is("wrapper") || (!isMeant && words.some(Boolean))) return false;
    const styles = plain<{ styles: ProjectStyle[] }>(editor.getProjectData()).styles;
    const part = plain<ProjectComponent>(selected);
    const text = JSON.stringify(
      copyOf(part, styles, { isSection: isSection(selected), copiedAt: Date.now() }),
    );
    try {
      localStorage.setItem(storedUnder, text);
    } catch {
      onProblem("This part is too large to be copied. Nothing was changed.");
      return true;
    }
    editor.trigger(partCopied);
    return true;
  };
  return {
    copy,
    cut() {
      const selected = editor.getSelected();
      if (!selected || !copy()) return false;
      remove(editor, selected);
      return true;
    },
    paste() {
      const found = readCopy(stored(), Date.now());
      if (!found) return false;
      void cleaned(found.project).then((project) => {
        if (!project || !putProject(editor, base, project, found.isSection)) {
          onProblem("What was copied could not be read. Copy it once more.");
          return;
        }
        editor.trigger(sectionAdded);
        announce(editor, "Pasted");
      });
      return true;
    },
    hasCopy: () => readCopy(stored(), Date.now()) !== undefined,
  };
}
