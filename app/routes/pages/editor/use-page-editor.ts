import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PageSettings } from "~/domain/pages/page";
import type {
  Device,
  EditorHandle,
  EditorOptions,
  SaveResult,
  SaveState,
} from "~builder/editor/mount-editor.client";
import { findDraft, forgetDraft, type KeptDraft, keepDraft } from "./kept-draft";
import { type Answer, type Conflict, createPageClient, type SavedPage } from "./page-client";

export interface SaveStatus {
  state: SaveState | "loading";
  message: string;
}

type Given = Pick<
  EditorOptions,
  | "project"
  | "revision"
  | "blocks"
  | "quotations"
  | "privacyNotice"
  | "language"
  | "library"
  | "shortcuts"
  | "isOnePart"
> & {
  at: string;
  picturesPath: string;
  sitePages?: { path: string; title: string }[];
  settings?: PageSettings;
  savedAt?: number;
};

interface Side {
  label: string;
  element: HTMLElement;
}

/** Starts the editor in `stage` and keeps what the frame around it shows. */
export function usePageEditor(opened: Given, stage: RefObject<HTMLElement>, side: Side | undefined | "none") {
  const client = useMemo(
    () => createPageClient(opened.at, opened.picturesPath),
    [opened.at, opened.picturesPath],
  );
  const handle = useRef<EditorHandle>();
  const revision = useRef(opened.revision);
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<SaveStatus>({ state: "loading", message: "" });
  const [settings, setSettings] = useState(opened.settings);
  const [saved, setSaved] = useState({ revision: opened.revision, at: opened.savedAt ?? 0 });
  const [status, setStatus] = useState<SaveStatus>({ state: "loading", message: "" });
  const [history, setHistory] = useState({ undo: false, redo: false });
  const [device, setDevice] = useState<Device>("desktop");
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState("");
  const [hint, setHint] = useState("");
  const [kept, setKept] = useState<KeptDraft>();

  /** Document and settings share one revision, so their saves go one after another. */
  const send = useCallback(
    (body: { project?: object; settings?: PageSettings }): Promise<Answer<SavedPage>> => {
      const sent = waiting.current.then(async () => {
        const answer = await client.save({ revision: revision.current, ...body });
        if (answer.ok) {
          revision.current = answer.value.revision;
          setSaved({ revision: answer.value.revision, at: Date.now() });
          if (answer.value.settings) setSettings(answer.value.settings);
          setConflict(undefined);
        } else if (answer.code === "page_changed") setConflict(answer.data as Conflict);
        return answer;
      });
      waiting.current = sent;
      return sent;
    },
    [client],
  );

  useEffect(() => {
    const element = stage.current;
    if (!element || !side) return;
    let isGone = false;
    const keep = (project: object) =>
      keepDraft(opened.at, { revision: revision.current, keptAt: Date.now(), project });
    const saveProject = async (project: object): Promise<SaveResult> => {
      const answer = await send({ project });
      if (answer.ok) {
        forgetDraft(opened.at);
        return { kind: "saved", revision: answer.value.revision };
      }
      keep(project);
      if (answer.code === "signed_out") setProblem(answer.message);
      const isPassing = answer.code === "offline" || answer.code === "signed_out";
      if (isPassing || answer.status >= 500 || answer.status === 429) {
        throw new Error(answer.message);
      }
      return { kind: answer.code === "page_changed" ? "conflict" : "refused", message: answer.message };
    };
    const start = async () => {
      const { mountEditor } = await import("~builder/editor/mount-editor.client");
      if (isGone) return;
      const mounted = mountEditor(element, {
        project: opened.project,
        revision: opened.revision,
        save: saveProject,
        async upload(files) {
          const answer = await client.upload(files);
          if (!answer.ok) throw new Error(answer.message);
          setHint(answer.value.note ?? "");
          return answer.value.data;
        },
        blocks: opened.blocks,
        quotations: opened.quotations,
        privacyNotice: opened.privacyNotice,
        forms: {
          pages: opened.sitePages ?? [],
          async downloads() {
            const answer = await client.downloads();
            if (!answer.ok) throw new Error(answer.message);
            return answer.value.data;
          },
          async uploadDownload(file) {
            const answer = await client.uploadDownload(file);
            if (!answer.ok) throw new Error(answer.message);
            return answer.value;
          },
          async uploadFilm(file) {
            const answer = await client.uploadFilm(file);
            if (!answer.ok) throw new Error(answer.message);
            return answer.value;
          },
          async uploadPicture(file) {
            const answer = await client.upload([file]);
            const [picture] = answer.ok ? answer.value.data : [];
            if (answer.ok) setHint(answer.value.note ?? "");
            if (!picture) throw new Error(answer.ok ? "The picture was not taken." : answer.message);
            return picture.src;
          },
        },
        canvasStyles: ["/_foyer/fonts/fonts.css"],
        language: opened.language,
        library: opened.library,
        shortcuts: opened.shortcuts,
        isOnePart: opened.isOnePart,
        onState: (state, message) => {
          newest.current = { state, message };
          setStatus(newest.current);
        },
        onProblem: setProblem,
        onHistory: setHistory,
        onDevice: setDevice,
        sidePanel: side === "none" ? undefined : side,
      });
      handle.current = mounted;
      await mounted.ready;
      if (isGone) return;
      setStatus({ state: "saved", message: "" });
      setKept(findDraft(opened.at, Date.now()));
    };
    const keepUnsaved = () => {
      if (handle.current && handle.current.state() !== "saved") keep(handle.current.getProject());
    };
    window.addEventListener("pagehide", keepUnsaved);
    start().catch(() => setProblem("The editor could not be loaded. Reload the page to try again."));
    return () => {
      isGone = true;
      window.removeEventListener("pagehide", keepUnsaved);
      handle.current?.destroy();
      handle.current = undefined;
    };
  }, [client, opened, send, side, stage]);

  const saveNow = useCallback(() => handle.current?.save() ?? Promise.resolve(true), []);
  const keepMine = useCallback(async () => {
    if (!conflict) return;
    revision.current = conflict.revision;
    await handle.current?.overwrite(conflict.revision);
  }, [conflict]);
  const takeKept = (isWanted: boolean) => {
    if (isWanted && kept) handle.current?.replaceProject(kept.project);
    forgetDraft(opened.at);
    setKept(undefined);
  };

  return {
    client,
    handle,
    revision,
    settings,
    saved,
    status,
    /** The state now, also between two drawings. */
    latest: useCallback(() => newest.current, []),
    history,
    device,
    showAs: useCallback((next: Device) => handle.current?.setDevice(next), []),
    conflict,
    problem,
    /** Something worth knowing that went as it should. */
    hint,
    setHint,
    kept,
    takeKept,
    setProblem,
    saveNow,
    keepMine,
    saveSettings: (next: PageSettings) => send({ settings: next }),
  };
}
