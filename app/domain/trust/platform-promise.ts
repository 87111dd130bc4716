/** planned: nothing yet. partly: code is there, its proof or a part of it is not. kept: a test that runs proves it. */
export type PromiseState = "kept" | "partly" | "planned";

export interface PlatformPromise {
  id: string;
  title: string;
  /** 1: first release, 2: next, 3: later. */
  stage: 1 | 2 | 3;
  state: PromiseState;
  /** How it is kept, in one sentence for customers. */
  mechanism: string;
  /** Files that keep it. */
  code: readonly string[];
}

export const promiseStateWords: Record<PromiseState, { label: string; words: string }> = {
  kept: { label: "Kept", words: "In code, and proven by a test that runs with every change." },
  partly: { label: "Partly kept", words: "In code; a part of it or of its proof is still missing." },
  planned: { label: "Planned", words: "Not there yet." },
};
