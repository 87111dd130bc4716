import { bodyStart } from "./body-start";
import { editorProject, type PageDocument } from "./page-document";
import type { ProjectStyle } from "./project";
import { renderPage } from "./render-page";
import { unmarkedDocument } from "./saved-sections";

const nobody = {
  controller: "",
  contact: "",
  postalAddress: "",
  purposes: [],
  retention: "",
  rightsUrl: "",
  text: "",
};

/** Markup and rules for a small picture of a section in the editor: made by the one renderer, so nothing in it acts. */
export function sectionPicture(document: PageDocument): { html: string; styles: ProjectStyle[] } {
  const { html } = renderPage(unmarkedDocument(document), {
    title: "",
    description: "",
    language: "en",
    url: "",
    siteName: "",
    forms: {},
    privacyNotice: nobody,
  });
  const body = html.slice(bodyStart(html), html.lastIndexOf("</body>"));
  return { html: body, styles: editorProject({ ...document, theme: undefined }).styles };
}
