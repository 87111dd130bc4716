import { useEffect, useMemo, useRef, useState } from "react";
import { buttonClass } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { EditorBar } from "./editor-bar";
import { EditorNotices } from "./editor-notices";
import type { EditorSection } from "./editor-page";
import { useEditorShortcuts } from "./use-editor-shortcuts";
import { usePageEditor } from "./use-page-editor";

const pages = (count: number) => (count === 1 ? "1 page" : `${count} pages`);

/** A saved section by itself: what is changed here changes on every page that shows it. */
export function SectionShell({ section }: { section: EditorSection }) {
  const stage = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const shortcuts = useEditorShortcuts();
  const opened = useMemo(
    () => ({ ...section, isOnePart: true, shortcuts: shortcuts.list }),
    [section, shortcuts.list],
  );
  const editor = usePageEditor(opened, stage, isReady ? "none" : undefined);
  const { handle } = editor;
  useEffect(() => setReady(true), []);
  shortcuts.use({ save: editor.saveNow, device: editor.showAs });
  return (
    <div className="editor">
      <EditorBar
        title={section.name}
        backTo={section.listPath}
        status={editor.status}
        saved={editor.saved}
        device={editor.device}
        history={editor.history}
        onDevice={editor.showAs}
        onUndo={() => handle.current?.undo()}
        onRedo={() => handle.current?.redo()}
        onShortcuts={() => handle.current?.showShortcuts()}
        mainAct={
          <a className={buttonClass({ tone: "primary" })} href={section.listPath}>
            Done
          </a>
        }
      />
      <EditorNotices editor={editor} />
      {section.uses > 0 && (
        <Notice>
          {pages(section.uses)} {section.uses === 1 ? "shows" : "show"} this section. Visitors see your
          changes when you bring those pages up to date in the list of saved sections.
        </Notice>
      )}
      <main id="main" className="editor-stage" ref={stage} />
    </div>
  );
}
