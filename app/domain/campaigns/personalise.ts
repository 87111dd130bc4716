import { namedValues } from "~/lib/named-values";
import { fillMail, fillMailText } from "~builder/document/fill-mail";
import { fillText, type MergeValues } from "~builder/document/merge-fields";
import type { RenderedCampaign } from "./render-campaign";

export interface Person {
  name: string;
  email: string;
  /** JSON of the lead's fields. */
  fields: string;
}

export interface PersonalLinks {
  unsubscribe: string;
  preferences: string;
  /** Address of the open beacon; absent for those who may not be tracked. */
  beacon?: string;
  /** Tracked address of link N; absent for those who may not be tracked. */
  click?: (index: number) => string;
}

/** What {{...}} can stand for; names do not care about case. */
export function mergeValuesOf(person: Person): MergeValues {
  const values: MergeValues = namedValues<string | undefined>();
  for (const [name, value] of Object.entries(readFields(person.fields))) {
    if (typeof value === "string") values[name.toLowerCase()] = value;
  }
  const [firstName] = person.name.trim().split(/\s+/);
  return { first_name: firstName, ...values, name: person.name, email: person.email };
}

function readFields(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json || "{}");
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const pixel = (address: string) =>
  `<img src="${address}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;

/** One person's copy of a message. */
export function personalise(
  message: RenderedCampaign,
  postalAddress: string,
  person: Person,
  links: PersonalLinks,
): { subject: string; html: string; text: string } {
  const values: MergeValues = {
    ...mergeValuesOf(person),
    unsubscribe_url: links.unsubscribe,
    preferences_url: links.preferences,
    postal_address: postalAddress,
  };
  const { click } = links;
  const fill = {
    links: message.links,
    ...(click ? { link: (index: number) => click(index) } : {}),
  };
  return {
    subject: fillText(message.subject, values, { singleLine: true }) || "(no subject)",
    html: fillMail(message.html, values, links.beacon ? { ...fill, tail: pixel(links.beacon) } : fill),
    text: fillMailText(message.text, values, fill),
  };
}
