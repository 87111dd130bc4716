import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { formatTime } from "~/components/ui/time-text";
import type { PageChecks } from "~/domain/publishing/page-checks";
import type { Device } from "~builder/editor/mount-editor.client";
import { ChecksPanel } from "./checks-panel";
import { EditorBar } from "./editor-bar";
import type { EditorPage } from "./editor-page";
import { PublishDialog } from "./publish-dialog";
import { SettingsDialog } from "./settings-dialog";
import { usePageEditor } from "./use-page-editor";

/** The whole window: bar, builder, dialogs. */
export function EditorShell({ page }: { page: EditorPage }) {
  const stage = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<HTMLElement>();
  const [open, setOpen] = useState<"publish" | "settings">();
  const [device, setDevice] = useState<Device>("desktop");
  const [checks, setChecks] = useState<PageChecks>();
  const editor = usePageEditor(page, stage, side);
  const { client, handle, revision, saveNow, status, conflict, problem } = editor;

  useEffect(() => {
    const element = document.createElement("div");
    element.className = "fe-panel";
    setSide(element);
  }, []);

  useEffect(() => {
    if (status.state !== "saved") return;
    let isCurrent = true;
    void client.checks().then((answer) => isCurrent && answer.ok && setChecks(answer.value));
    return () => {
      isCurrent = false;
    };
  }, [client, status]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        void saveNow();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [saveNow]);

  const check = useCallback(async () => {
    await saveNow();
    return client.checks();
  }, [client, saveNow]);
  const publish = useCallback(() => client.publish(revision.current), [client, revision]);

  const preview = async () => {
    const tab = window.open("", "_blank");
    await saveNow();
    if (tab) tab.location.href = `${page.at}/preview`;
  };
  return (
    <div className="editor">
      <EditorBar
        title={editor.settings.title}
        backTo={page.at}
        status={status}
        device={device}
        history={editor.history}
        onDevice={(next) => {
          setDevice(next);
          handle.current?.setDevice(next);
        }}
        onUndo={() => handle.current?.undo()}
        onRedo={() => handle.current?.redo()}
        onSettings={() => setOpen("settings")}
        onPreview={() => void preview()}
        onPublish={() => setOpen("publish")}
      />
      {conflict && (
        <Notice
          tone="warn"
          live="assertive"
          title={`${conflict.savedByName || "Someone else"} saved this page at ${formatTime({ at: conflict.savedAt })}`}
          action={
            <>
              <Button small onClick={() => window.location.reload()}>
                Take their version
              </Button>
              <Button small onClick={() => void editor.keepMine()}>
                Keep mine
              </Button>
            </>
          }
        >
          Nothing was overwritten. The other version stays in the history, whichever you keep.
        </Notice>
      )}
      {problem && (
        <Notice
          tone="bad"
          live="assertive"
          action={
            <Button small onClick={() => editor.setProblem("")}>
              Close
            </Button>
          }
        >
          {problem}
        </Notice>
      )}
      <main id="main" className="editor-stage" ref={stage} />
      {side &&
        createPortal(<ChecksPanel checks={checks} onShow={(path) => handle.current?.select(path)} />, side)}
      <SettingsDialog
        open={open === "settings"}
        onClose={() => setOpen(undefined)}
        settings={editor.settings}
        host={page.host}
        save={editor.saveSettings}
      />
      <PublishDialog
        open={open === "publish"}
        onClose={() => setOpen(undefined)}
        url={`${new URL(page.url).origin}${editor.settings.path}`}
        mayPublish={page.mayPublish}
        check={check}
        publish={publish}
      />
    </div>
  );
}
