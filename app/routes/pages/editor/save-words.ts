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

/** Why the page on the server is not the one on the screen; what is done with the page would leave the rest out. */
export const unsavedWords = ({ state, message }: SaveStatus): string => {
  if (state === "conflict")
    return "Somebody else saved this page in between. Decide first which version to keep.";
  if (state === "refused") return `Your last changes were not saved: ${message}`;
  return "Your last changes are not saved yet, since the server is not reached. They are kept on this device.";
};

export const saveWords = ({ state, message }: SaveStatus): string =>
  state === "refused" && message ? `Not saved: ${message}` : words[state];
