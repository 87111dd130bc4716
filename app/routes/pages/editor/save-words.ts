import type { SaveStatus } from "./use-page-editor";

const words: Record<SaveStatus["state"], string> = {
  loading: "Opening",
  saved: "Saved",
  dirty: "Not saved yet",
  saving: "Saving",
  conflict: "Not saved: someone else saved in between",
  offline: "Not saved: no connection, trying again",
  refused: "Not saved",
};

export const saveWords = ({ state, message }: SaveStatus): string =>
  state === "refused" && message ? `Not saved: ${message}` : words[state];
