import { guide } from "./guide/index";
import type { Template } from "./template";
import { waitlist } from "./waitlist/index";
import { workshop } from "./workshop/index";

/** In the order of the gallery. */
export const templates: Template[] = [guide, workshop, waitlist];

export const findTemplate = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
