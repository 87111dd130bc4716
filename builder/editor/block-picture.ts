import type { ProjectStyle } from "../document/project";
import { el } from "./dom";

const list = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);

/** Rules as text, with the tokens and the body of the page standing for the picture's own root. */
export function pictureCss(styles: readonly ProjectStyle[]): string {
  return styles
    .filter(({ atRuleType }) => atRuleType !== "font-face" && atRuleType !== "keyframes")
    .map(({ selectors, selectorsAdd, state, style, atRuleType, mediaText }) => {
      const own = selectors.map((name) => (name.startsWith("#") ? name : `.${CSS.escape(name)}`)).join("");
      const others = (selectorsAdd ?? "").replace(/(^|,\s*)(:root|html)(?=$|,|\s)/g, "$1:host");
      const selector = [
        own && (state ? `${own}:${state}` : own),
        others.replace(/(^|,\s*)body(?=$|,|\s)/g, "$1.page"),
      ]
        .filter(Boolean)
        .join(",");
      const body = Object.entries(style)
        .flatMap(([name, value]) => list(value).map((one) => `${name}:${one}`))
        .join(";");
      const rule = `${selector}{${body}}`;
      return atRuleType ? `@${atRuleType} ${mediaText ?? ""}{${rule}}` : rule;
    })
    .join("\n");
}

/** Widths at which a section is drawn before it is made small: low ones are drawn nearer. */
const drawnWidths = [860, 520] as const;

const frameCss = `:host{display:block;overflow:hidden;contain:strict;background:var(--paper,#fff)!important}
.page{transform-origin:0 0;pointer-events:none;position:absolute;inset:0 auto auto 0}
img:not([src]){display:block;width:100%;min-height:16rem;background:#dfe4e8}`;

/**
 * A finished section, drawn small in the look of the page. It lies in a closed shadow of its own, can neither be reached nor
 * pressed, and runs nothing: the page around it allows scripts by nonce only.
 */
export function blockPicture(html: string, css: () => string): { element: HTMLElement; draw(): void } {
  const element = el("span", { className: "fe-picture", inert: true, aria: { hidden: "true" } });
  let root: ShadowRoot | undefined;
  const draw = () => {
    root ??= element.attachShadow({ mode: "closed" });
    const page = el("div", { className: "page" });
    page.innerHTML = html;
    for (const details of page.querySelectorAll("details")) details.open = false;
    root.replaceChildren(el("style", {}, css()), el("style", {}, frameCss), page);
    for (const width of drawnWidths) {
      const scale = element.clientWidth / width;
      page.style.width = `${width}px`;
      const room = element.clientHeight - page.offsetHeight * scale;
      page.style.transform = `translateY(${Math.max(0, room / 2)}px) scale(${scale})`;
      if (room < element.clientHeight * 0.4) break;
    }
  };
  return { element, draw };
}
