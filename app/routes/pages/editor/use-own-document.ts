import { useEffect } from "react";

/** The policy of the editor is another one than the product's, so it must have been loaded as a document of its own. */
export function useOwnDocument(): void {
  useEffect(() => {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry && new URL(entry.name).pathname !== window.location.pathname) window.location.reload();
  }, []);
}
