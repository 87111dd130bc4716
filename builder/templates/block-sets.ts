import type { Block } from "../blocks/block";
import { callToAction } from "../blocks/call-to-action";
import { faq } from "../blocks/faq";
import { features } from "../blocks/features";
import { footer } from "../blocks/footer";
import { header } from "../blocks/header";
import { hero } from "../blocks/hero";
import { heroWithForm } from "../blocks/hero-with-form";
import { numbers } from "../blocks/numbers";
import { steps } from "../blocks/steps";
import { testimonial } from "../blocks/testimonial";
import { openingsCss } from "./sections/openings";
import { partsCss } from "./sections/parts";

/** Blocks of which most pages use some; rules that a page does not use are never served. */
export const commonBlocks: Block[] = [
  header,
  hero,
  heroWithForm,
  features,
  steps,
  numbers,
  testimonial,
  faq,
  callToAction,
  footer,
];

/** Rules for drawings, titles of forms and narrow form sections. */
export const commonCss = `${openingsCss}
${partsCss}
.art{width:100%;height:auto;display:block;border-radius:24px}
.form-title{font-size:1.5rem;margin:0}
.form-below{max-width:30rem;margin-top:2.5rem}
.form-box{max-width:36rem}
.form-box .card{margin-top:1.5rem}
.facts-band{padding-block:2.5rem;border-block:1px solid var(--line)}`;
