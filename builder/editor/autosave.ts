export type SaveState = "saved" | "dirty" | "saving" | "conflict" | "offline" | "refused";

export type SaveResult =
  | { kind: "saved"; revision: number }
  /** Someone else saved in between; nothing was overwritten. */
  | { kind: "conflict"; message: string }
  /** The server did not take it, and will not take the same again. */
  | { kind: "refused"; message: string };

export interface AutosaveOptions<Project> {
  revision: number;
  read(): Project;
  /** A rejected promise means that the server was not reached: it is tried again. */
  save(project: Project, revision: number): Promise<SaveResult>;
  onState(state: SaveState, message: string): void;
  /** Pause after the last change before saving. */
  quietMs?: number;
  setTimer?(run: () => void, ms: number): unknown;
  clearTimer?(timer: unknown): void;
}

export interface Autosave {
  /** Something changed. */
  touch(): void;
  /** Saves now; true when everything is on the server. */
  flush(): Promise<boolean>;
  /** After a conflict: this copy counts, on top of the given revision. */
  overwrite(revision: number): Promise<boolean>;
  state(): SaveState;
  stop(): void;
}

const retryMs = [2_000, 5_000, 15_000, 30_000];

/** Saves after a pause in typing, one save at a time, and never over the work of someone else. */
export function startAutosave<Project>(options: AutosaveOptions<Project>): Autosave {
  const setTimer = options.setTimer ?? ((run, ms) => setTimeout(run, ms));
  const clearTimer = options.clearTimer ?? ((timer) => clearTimeout(timer as ReturnType<typeof setTimeout>));
  let state: SaveState = "saved";
  let revision = options.revision;
  let changes = 0;
  let savedChanges = 0;
  let failures = 0;
  let timer: unknown;
  let running: Promise<boolean> | undefined;
  let stopped = false;

  const enter = (next: SaveState, message = "") => {
    state = next;
    if (!stopped) options.onState(next, message);
  };

  const plan = (ms: number) => {
    if (timer !== undefined) clearTimer(timer);
    timer = stopped ? undefined : setTimer(() => void run(), ms);
  };

  const attempt = async (): Promise<boolean> => {
    const upTo = changes;
    // Out of reach stays so until a save arrives: what is said of it does not come and go with each try.
    if (failures === 0) enter("saving");
    const result = await options.save(options.read(), revision).catch(() => undefined);
    if (!result) {
      enter("offline");
      plan(retryMs[Math.min(failures, retryMs.length - 1)] ?? 30_000);
      failures += 1;
      return false;
    }
    failures = 0;
    if (result.kind !== "saved") {
      enter(result.kind, result.message);
      return false;
    }
    revision = result.revision;
    savedChanges = upTo;
    if (changes === savedChanges) {
      enter("saved");
      return true;
    }
    enter("dirty");
    plan(options.quietMs ?? 1_200);
    return false;
  };

  const run = (): Promise<boolean> => {
    if (running) return running;
    if (changes === savedChanges || state === "conflict") return Promise.resolve(changes === savedChanges);
    if (timer !== undefined) clearTimer(timer);
    timer = undefined;
    running = attempt().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    touch() {
      changes += 1;
      if (state === "conflict") return;
      if (!running && failures === 0) enter("dirty");
      plan(options.quietMs ?? 1_200);
    },
    async flush() {
      if (running) await running;
      const isSaved = await run();
      return isSaved || (state === "dirty" ? run() : false);
    },
    overwrite(onTopOf) {
      revision = onTopOf;
      changes += 1;
      enter("dirty");
      return run();
    },
    state: () => state,
    stop() {
      stopped = true;
      if (timer !== undefined) clearTimer(timer);
    },
  };
}
