import { asksForPrivacy, readChoice } from "./choice";
import { attendForms } from "./forms";
import { startVisit } from "./visit";

const script = document.currentScript as HTMLScriptElement | null;
const page = script?.getAttribute("data-page") ?? "";
/** Categories that this page needs consent for; none of our own measuring does. */
const asks = (script?.getAttribute("data-consent") ?? "").split(" ").filter(Boolean);

function start(): void {
  attendForms(startVisit(page));
  if (asks.length === 0) return;
  const folder = new URL(script?.src ?? "", location.href);
  void import(new URL("consent.js", folder).href).then((banner) =>
    banner.offerChoice({ page, asks, ask: !readChoice() && !asksForPrivacy() }),
  );
}

if (page) {
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", start, { once: true });
  } else start();
}
