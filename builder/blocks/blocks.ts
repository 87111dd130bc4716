import { bento } from "./bento";
import type { Block } from "./block";
import { callToAction } from "./call-to-action";
import { columns } from "./columns";
import { comparison } from "./comparison";
import { faq } from "./faq";
import { features } from "./features";
import { filmBlock } from "./film";
import { footer } from "./footer";
import { form } from "./form";
import { gallery } from "./gallery";
import { header } from "./header";
import { hero } from "./hero";
import { heroWithForm } from "./hero-with-form";
import { image } from "./image";
import { logos } from "./logos";
import { numbers } from "./numbers";
import { people } from "./people";
import { priceList } from "./price-list";
import { pricing } from "./pricing";
import { schedule } from "./schedule";
import { steps } from "./steps";
import { story } from "./story";
import { testimonial } from "./testimonial";
import { text } from "./text";
import { countdownWidget } from "./widget-countdown";
import { mapWidget } from "./widget-map";
import { barWidget, popupWidget } from "./widget-popup";
import { shareWidget } from "./widget-share";
import { videoWidget } from "./widget-video";
import { works } from "./works";

/** In the order the editor offers them. */
export const blocks: Block[] = [
  heroWithForm,
  hero,
  header,
  text,
  columns,
  story,
  features,
  bento,
  steps,
  schedule,
  image,
  gallery,
  pricing,
  priceList,
  comparison,
  faq,
  testimonial,
  people,
  works,
  numbers,
  logos,
  form,
  filmBlock,
  videoWidget,
  mapWidget,
  countdownWidget,
  callToAction,
  popupWidget,
  barWidget,
  shareWidget,
  footer,
];
