import { agency } from "./agency/index";
import { app } from "./app/index";
import { book } from "./book/index";
import { coaching } from "./coaching/index";
import { conference } from "./conference/index";
import { consultation } from "./consultation/index";
import { course } from "./course/index";
import { event } from "./event/index";
import { guide } from "./guide/index";
import { jobOpening } from "./job-opening/index";
import { localBusiness } from "./local-business/index";
import { newsletterSignUp } from "./newsletter/index";
import { nonprofit } from "./nonprofit/index";
import { offer } from "./offer/index";
import { openHouse } from "./open-house/index";
import { podcast } from "./podcast/index";
import { productLaunch } from "./product-launch/index";
import { quoteRequest } from "./quote-request/index";
import { restaurant } from "./restaurant/index";
import { saasTrial } from "./saas-trial/index";
import type { Template } from "./template";
import { volunteers } from "./volunteers/index";
import { waitlist } from "./waitlist/index";
import { webinar } from "./webinar/index";
import { workshop } from "./workshop/index";

/** In the order of the gallery. */
export const templates: Template[] = [
  guide,
  saasTrial,
  nonprofit,
  conference,
  restaurant,
  waitlist,
  agency,
  newsletterSignUp,
  webinar,
  book,
  productLaunch,
  openHouse,
  quoteRequest,
  event,
  app,
  consultation,
  course,
  localBusiness,
  podcast,
  coaching,
  volunteers,
  jobOpening,
  workshop,
  offer,
];

export const findTemplate = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
