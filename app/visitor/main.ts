import { attendForms } from "./forms";
import { startVisit } from "./visit";

const script = document.currentScript as HTMLScriptElement | null;
const page = script?.getAttribute("data-page") ?? "";

const start = () => attendForms(startVisit(page));

if (page) {
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", start, { once: true });
  } else start();
}
