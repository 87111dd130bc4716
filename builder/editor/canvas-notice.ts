import type { Component, Editor } from "grapesjs";
import { escapeText } from "../document/escape-html";
import { noticeWords } from "../document/notice-words";
import { type PrivacyNotice, renderNotice } from "../document/privacy-notice";
import { tagOf } from "./component-parts";

/** Of the privacy notice that visitors get at the end of a form. `missing`: the workspace has not said enough for one. */
export type CanvasNotice = PrivacyNotice | "missing";

const missingHtml = `<details class="f-notice"><summary>${escapeText(
  "The privacy notice stands here. It cannot be made yet: fill in Settings, Privacy notice.",
)}</summary></details>`;

function formAround(component: Component): Component | undefined {
  let at: Component | undefined = component;
  while (at && tagOf(at) !== "form") at = at.parent();
  return at;
}

/** Shows the privacy notice at the end of every form on the canvas. It is no part of the page: nothing of it is stored. */
export function showCanvasNotice(editor: Editor, notice: CanvasNotice, language = "en"): void {
  const html =
    notice === "missing" ? missingHtml : renderNotice(notice, { fields: [] }, noticeWords(language));
  const put = (component: Component) => {
    const element = formAround(component)?.getEl();
    const shown = element?.querySelector(":scope > .f-notice");
    if (!element || (shown && shown === element.lastElementChild)) return;
    shown?.remove();
    element.insertAdjacentHTML("beforeend", html);
  };
  editor.on("component:mount component:add", put);
}
