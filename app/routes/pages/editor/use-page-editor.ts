import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PageSettings } from "~/domain/pages/page";
import type { EditorHandle, SaveResult, SaveState } from "~builder/editor/mount-editor.client";
import type { EditorPage } from "./editor-page";
import { type Answer, type Conflict, createPageClient, type SavedPage } from "./page-client";

export interface SaveStatus {
  state: SaveState | "loading";
  message: string;
}

/** Starts the editor in `stage` and keeps what the frame around it shows. */
export function usePageEditor(
  page: EditorPage,
  stage: RefObject<HTMLElement>,
  side: HTMLElement | undefined,
) {
  const client = useMemo(() => createPageClient(page.at, page.picturesPath), [page.at, page.picturesPath]);
  const handle = useRef<EditorHandle>();
  const revision = useRef(page.revision);
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  const [settings, setSettings] = useState(page.settings);
  const [status, setStatus] = useState<SaveStatus>({ state: "loading", message: "" });
  const [history, setHistory] = useState({ undo: false, redo: false });
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState("");

  /** Document and settings share one revision, so their saves go one after another. */
  const send = useCallback(
    (body: { project?: object; settings?: PageSettings }): Promise<Answer<SavedPage>> => {
      const sent = waiting.current.then(async () => {
        const answer = await client.save({ revision: revision.current, ...body });
        if (answer.ok) {
          revision.current = answer.value.revision;
          setSettings(answer.value.settings);
          setConflict(undefined);
        } else if (answer.code === "page_changed") setConflict(answer.data as Conflict);
        return answer;
      });
      waiting.current = sent.catch(() => undefined);
      return sent;
    },
    [client],
  );

  useEffect(() => {
    const element = stage.current;
    if (!element || !side) return;
    let isGone = false;
    const saveProject = async (project: object): Promise<SaveResult> => {
      const answer = await send({ project });
      if (answer.ok) return { kind: "saved", revision: answer.value.revision };
      if (answer.status >= 500 || answer.status === 429) throw new Error(answer.message);
      return { kind: answer.code === "page_changed" ? "conflict" : "refused", message: answer.message };
    };
    const start = async () => {
      const { mountEditor } = await import("~builder/editor/mount-editor.client");
      if (isGone) return;
      const mounted = mountEditor(element, {
        project: page.project,
        revision: page.revision,
        save: saveProject,
        async upload(files) {
          const answer = await client.upload(files);
          if (!answer.ok) throw new Error(answer.message);
          return answer.value.data;
        },
        blocks: page.blocks,
        canvasStyles: ["/_foyer/fonts/fonts.css"],
        language: page.settings.language,
        onState: (state, message) => setStatus({ state, message }),
        onProblem: setProblem,
        onHistory: setHistory,
        sidePanel: { label: "Checks", element: side },
      });
      handle.current = mounted;
      await mounted.ready;
      if (!isGone) setStatus({ state: "saved", message: "" });
    };
    start().catch(() => setProblem("The editor could not be loaded. Reload the page to try again."));
    return () => {
      isGone = true;
      handle.current?.destroy();
      handle.current = undefined;
    };
  }, [client, page, send, side, stage]);

  const saveNow = useCallback(() => handle.current?.save() ?? Promise.resolve(true), []);
  const keepMine = useCallback(async () => {
    if (!conflict) return;
    revision.current = conflict.revision;
    await handle.current?.overwrite(conflict.revision);
  }, [conflict]);

  return {
    client,
    handle,
    revision,
    settings,
    status,
    history,
    conflict,
    problem,
    setProblem,
    saveNow,
    keepMine,
    saveSettings: (next: PageSettings) => send({ settings: next }),
  };
}
