import { type HidingWay, hidingBoxes } from "~builder/document/boxes-around-forms";
import { elementsIn } from "~builder/document/component-tree";
import { listImages } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import { partsOverNotices } from "~builder/document/laid-over-forms";
import type { PageDocument } from "~builder/document/page-document";
import { rootOf } from "~builder/document/project";
import { quotationsWithoutConsent } from "~builder/document/quotations";
import type { PageHint } from "./page-hint";

const manyFields = 7;

const ofHidingBox: Record<HidingWay, string> = {
  cut: "is lower than what it holds may be, and cuts off the rest",
  shape: "is cut to a shape",
  fade: "lets what is behind it show through",
};

/** Boxes that are served otherwise than they were made, so that the privacy notice stays in sight. */
function hidingBoxHints({ project }: PageDocument): PageHint[] {
  const root = rootOf(project);
  const elements = [{ node: root, path: "" }, ...elementsIn(root)];
  const boxes = new Map(hidingBoxes(root, project.styles).map(({ node, ways }) => [node, ways]));
  return [...boxes].map(([node, ways]) => ({
    id: "notice_box",
    area: "consent",
    weight: "warn",
    message: `The box around the form ${ways.map((way) => ofHidingBox[way]).join(", ")}. Visitors get it without that, since the privacy notice must stay in sight.`,
    remedy: "Give that style to another box, or put the form outside of this one.",
    path: elements.find((one) => one.node === node)?.path,
  }));
}

/** Parts that styles lay out of their place, where the privacy notice is served above them. */
function coveringHints({ project }: PageDocument): PageHint[] {
  const root = rootOf(project);
  const elements = [{ node: root, path: "" }, ...elementsIn(root)];
  return partsOverNotices(root, project.styles).map((node) => ({
    id: "notice_covered",
    area: "consent",
    weight: "tip",
    message:
      "The styles of this part may lay it over a form. Where it does, visitors see the privacy notice on top of it, since the notice must stay in sight.",
    remedy: "Look at the page on a phone. If the notice shows through, move the part away from the form.",
    path: elements.find((one) => one.node === node)?.path,
  }));
}

/** What stands between a page and leads that may be used: permission, honesty, and not asking for too much. */
export function consentHints(document: PageDocument): PageHint[] {
  const forms = listForms(document);
  const asksMail = forms.some(({ fields }) => fields.some(({ type }) => type === "email"));
  const asksConsent = forms.some(({ fields }) => fields.some(({ purpose }) => purpose === "mail"));
  const hints: PageHint[] = [];
  if (asksMail && !asksConsent) {
    hints.push({
      id: "consent_missing",
      area: "consent",
      weight: "warn",
      message: "The form asks for an e-mail address but not for the permission to write.",
      remedy: "Add a consent box: campaigns go only to people who agreed.",
      path: forms.find(({ fields }) => fields.some(({ type }) => type === "email"))?.nodeKey,
    });
  }
  for (const { fields, nodeKey, name } of forms) {
    const forced = fields.find(
      ({ type, required, purpose }) => type === "consent" && required && purpose !== "terms",
    );
    if (forced) {
      hints.push({
        id: "consent_forced",
        area: "consent",
        weight: "warn",
        message: `Nobody can send “${name || "the form"}” without agreeing to “${(forced.wording ?? forced.label).slice(0, 80)}”.`,
        remedy: "Consent that is forced may not count. Let people send the form without it.",
        path: nodeKey,
      });
    }
    const asked = fields.filter(({ type, required }) => required && type !== "hidden" && type !== "consent");
    if (asked.length > manyFields) {
      hints.push({
        id: "fields_many",
        area: "consent",
        weight: "tip",
        message: `“${name || "The form"}” wants ${asked.length} answers.`,
        remedy:
          "Ask only for what you need now: each question more loses people, and data you do not hold needs no care.",
        path: nodeKey,
      });
    }
  }
  hints.push(...hidingBoxHints(document), ...coveringHints(document));
  for (const path of quotationsWithoutConsent(document)) {
    hints.push({
      id: "quotation_unasked",
      area: "consent",
      weight: "tip",
      message: "This part quotes somebody, and their consent is not recorded.",
      remedy: "Use the section Testimonial: the person is asked by e-mail, and can take it back.",
      path,
    });
  }
  for (const { isRemote, path } of listImages(document)) {
    if (!isRemote) continue;
    hints.push({
      id: "image_remote",
      area: "consent",
      weight: "warn",
      message: "A picture lies on another server and is shown as a link only.",
      remedy: "Upload it here: loading it elsewhere would tell others of each visit.",
      path,
    });
  }
  return hints;
}
