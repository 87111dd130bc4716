import { attributeOf, elementsIn, isField, isForm } from "~builder/document/component-tree";
import { listLinks, listTexts } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { rootOf } from "~builder/document/project";
import type { Finding } from "../acceptable-use/finding";
import { judgePage } from "../acceptable-use/judge-page";

const keyOf = ({ rule, evidence }: Finding): string => `${rule}\n${evidence}`;

/** Where the fields of a form stand, by their names. */
function fieldPlaces(document: PageDocument, nodeKey: string): Map<string, string> {
  const elements = [...elementsIn(rootOf(document.project))];
  const form = elements.find(({ node }) => isForm(node) && attributeOf(node, "data-form") === nodeKey);
  return new Map(
    elements
      .filter(({ path }) => form !== undefined && path.startsWith(`${form.path}.`))
      .flatMap(({ node, path }) => (isField(node) ? [[attributeOf(node, "name") ?? "", path] as const] : []))
      .toReversed(),
  );
}

/** Where each finding lies: parts are judged one by one until each is accounted for. */
export function locateFindings(
  findings: readonly Finding[],
  document: PageDocument,
  language: string,
): Map<Finding, string> {
  const missing = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const found = new Map<Finding, string>();
  const nothing = { forms: [], texts: [], links: [], language };
  const look = (path: string, part: Partial<Parameters<typeof judgePage>[0]>) => {
    if (missing.size === 0) return;
    for (const one of judgePage({ ...nothing, ...part })) {
      const finding = missing.get(keyOf(one));
      if (!finding) continue;
      found.set(finding, path);
      missing.delete(keyOf(one));
    }
  };
  const forms = listForms(document);
  for (const form of forms) {
    look(form.nodeKey, { forms: [{ ...form, fields: [] }] });
    const places = fieldPlaces(document, form.nodeKey);
    for (const field of form.fields) {
      const path = places.get(field.name);
      if (path !== undefined) look(path, { forms: [{ ...form, fields: [field] }] });
    }
    look(form.nodeKey, { forms: [form] });
  }
  for (const text of listTexts(document)) look(text.path, { texts: [text], forms: [] });
  for (const link of listLinks(document)) look(link.path, { links: [link] });
  return found;
}
