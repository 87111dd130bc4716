import { aboveAllStyles } from "../document/above-all-styles";
import { phoneCss, stepCss } from "../document/forms-css";
import { imagesCss, noticeCss } from "../document/page-base-css";
import { barCss, doorCss } from "../document/page-widgets";

/** Only inside the editor's canvas, never on a published page. */
export const canvasCss = `
${imagesCss}${noticeCss}${doorCss}${barCss}${phoneCss}${stepCss}
${aboveAllStyles(".f-notice{color:inherit;background:none;pointer-events:none}")}
html{background:transparent}
[data-gjs-type=wrapper]{min-height:100vh}
[data-gjs-type=wrapper]:empty::before{content:"Press a section on the left, or drag it here.";display:block;padding:20vh 1rem;text-align:center;font:500 1rem/1.5 system-ui,sans-serif;color:#6a7280}
[data-gjs-type=field] *,[data-gjs-type=consent]:not(:has(a)) *,[data-gjs-type=consent] input,[data-section] *,[data-testimonial] *,.f-phone select{pointer-events:none}
[data-widget=popup]{max-width:34rem;margin:1.5rem auto;border:1px solid rgb(0 0 0/.15);border-radius:12px;padding:2.5rem 1.75rem 1.75rem;background:var(--surface,#fff);box-shadow:0 24px 60px -24px rgb(0 0 0/.4)}
[data-testimonial]:empty::before{content:"Testimonial";display:block;padding:2rem;outline:1px dashed #9aa3ad}
[data-gjs-type=form]:empty{min-height:6rem;outline:1px dashed #9aa3ad}
[data-gjs-type=image]:not([src]){min-height:8rem;min-width:8rem;background:#eceff1}
[data-hidden]{opacity:.32;outline:2px dashed #7d8590;outline-offset:-2px}
video::-webkit-media-controls{pointer-events:none}
.gjs-selected{outline:2px solid #0f9191!important;outline-offset:-2px}
.gjs-hovered{outline:1px solid #0f9191!important;outline-offset:-1px}
`;
