import { startVisit, type VisitRecord } from "./visit";

/** Begins once the page is really shown: browsers also fetch pages that nobody may ever see. */
export function startPage(then?: (visit: VisitRecord) => void): void {
  const page = document.querySelector("script[data-page]")?.getAttribute("data-page") ?? "";
  const start = () => {
    const visit = startVisit(page);
    then?.(visit);
  };
  if (!page) return;
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", start, { once: true });
  } else start();
}
