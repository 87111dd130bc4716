import { Eye, History, Settings, Share2 } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "~/components/ui/button";
import { IconButton } from "~/components/ui/icon-button";
import type { PageChecks } from "~/domain/publishing/page-checks";
import { ChecksPanel } from "./checks-panel";
import { EditorBar } from "./editor-bar";
import { EditorNotices } from "./editor-notices";
import type { EditorPage } from "./editor-page";
import { createLibrary } from "./page-client";
import { PublishDialog } from "./publish-dialog";
import { unsavedWords } from "./save-words";
import { SettingsDialog } from "./settings-dialog";
import { useEditorShortcuts } from "./use-editor-shortcuts";
import { usePageEditor } from "./use-page-editor";
import { usePresence } from "./use-presence";

/** The whole window: bar, builder, dialogs. */
export function EditorShell({ page }: { page: EditorPage }) {
  const stage = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<{ label: string; element: HTMLElement }>();
  const [open, setOpen] = useState<"publish" | "settings">();
  const [checks, setChecks] = useState<PageChecks>();
  const shortcuts = useEditorShortcuts();
  const opened = useMemo(
    () => ({
      ...page,
      language: page.settings.language,
      library: createLibrary(page.libraryPath),
      shortcuts: shortcuts.list,
    }),
    [page, shortcuts.list],
  );
  const editor = usePageEditor(opened, stage, side);
  const { client, handle, revision, saveNow, setProblem, status } = editor;
  const settings = editor.settings ?? page.settings;
  const present = usePresence(client.presence);

  useEffect(() => {
    const element = document.createElement("div");
    element.className = "fe-panel";
    setSide({ label: "Checks", element });
  }, []);

  // Settings are saved beside the page, and are checked as well.
  const savedAs = status.state === "saved" ? editor.saved : undefined;
  useEffect(() => {
    if (!savedAs) return;
    let isCurrent = true;
    void client.checks().then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setChecks(answer.value);
      const count = answer.value.notes.filter(({ weight }) => weight !== "tip").length;
      handle.current?.markSide(count > 0 ? String(count) : "", `${count} to look at`);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, handle, savedAs]);

  const check = useCallback(async () => {
    await handle.current?.stopWriting();
    if (await saveNow()) return client.checks();
    return { ok: false as const, status: 0, code: "unsaved", message: unsavedWords(editor.latest()) };
  }, [client, handle, saveNow, editor.latest]);
  const publish = useCallback(() => client.publish(revision.current), [client, revision]);
  const preview = useCallback(async () => {
    const tab = window.open("", "_blank");
    if (await saveNow()) {
      if (tab) tab.location.href = `${page.at}/preview`;
      return;
    }
    tab?.close();
    setProblem(unsavedWords(editor.latest()));
  }, [page.at, saveNow, setProblem, editor.latest]);
  const jump = useCallback(
    (path: string) => {
      setOpen(undefined);
      handle.current?.select(path);
    },
    [handle],
  );
  shortcuts.use({
    save: saveNow,
    preview,
    publish: () => setOpen("publish"),
    settings: () => setOpen("settings"),
    device: editor.showAs,
  });

  const actions = {
    onShow: jump,
    onSettings: () => setOpen("settings"),
    privacyPath: `${page.listPath.replace(/pages$/, "settings/privacy")}`,
  };
  return (
    <div className="editor">
      <EditorBar
        title={page.variant ? `${page.variant} of ${settings.title}` : settings.title}
        backTo={page.at}
        status={status}
        saved={editor.saved}
        present={present}
        device={editor.device}
        history={editor.history}
        onDevice={editor.showAs}
        onUndo={() => handle.current?.undo()}
        onRedo={() => handle.current?.redo()}
        onShortcuts={() => handle.current?.showShortcuts()}
        mainAct={
          <Button tone="primary" onClick={() => setOpen("publish")} disabled={status.state === "loading"}>
            Publish
          </Button>
        }
      >
        <a className="button button-quiet editor-wide" href={`${page.at}/history`} title="History">
          <History className="icon" aria-hidden="true" />
        </a>
        <a
          className="button button-quiet editor-wide"
          href={`${page.at}/preview-links`}
          title="Share a preview"
        >
          <Share2 className="icon" aria-hidden="true" />
        </a>
        <IconButton
          label="Page settings"
          icon={<Settings className="icon" aria-hidden="true" />}
          onClick={() => setOpen("settings")}
        />
        <Button
          className="editor-preview"
          icon={<Eye className="icon" aria-hidden="true" />}
          onClick={() => void preview()}
        >
          Preview
        </Button>
      </EditorBar>
      <EditorNotices editor={editor} present={present} />
      <main id="main" className="editor-stage" ref={stage} />
      {side && createPortal(<ChecksPanel checks={checks} {...actions} />, side.element)}
      <SettingsDialog
        open={open === "settings"}
        onClose={() => setOpen(undefined)}
        settings={settings}
        host={page.host}
        save={editor.saveSettings}
      />
      <PublishDialog
        open={open === "publish"}
        onClose={() => setOpen(undefined)}
        {...actions}
        url={`${new URL(page.url).origin}${settings.path}`}
        listPath={page.listPath}
        mayPublish={page.mayPublish}
        check={check}
        publish={publish}
      />
    </div>
  );
}
