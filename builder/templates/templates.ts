import { course } from "./course/index";
import { event } from "./event/index";
import { guide } from "./guide/index";
import { newsletterSignUp } from "./newsletter/index";
import { offer } from "./offer/index";
import { podcast } from "./podcast/index";
import { productLaunch } from "./product-launch/index";
import { quoteRequest } from "./quote-request/index";
import type { Template } from "./template";
import { volunteers } from "./volunteers/index";
import { waitlist } from "./waitlist/index";
import { webinar } from "./webinar/index";
import { workshop } from "./workshop/index";

/** In the order of the gallery. */
export const templates: Template[] = [
  guide,
  workshop,
  waitlist,
  newsletterSignUp,
  webinar,
  productLaunch,
  quoteRequest,
  event,
  course,
  podcast,
  volunteers,
  offer,
];

export const findTemplate = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
