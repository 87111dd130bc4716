import { useSyncExternalStore } from "react";

/** As in editor.css: from here on the bar takes two lines. */
const narrow = "(max-width: 48rem)";

function listen(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Whether the window is so narrow that the bar of the editor takes two lines. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    listen,
    () => matchMedia(narrow).matches,
    () => false,
  );
