import { embedAddress } from "./embed-address";

/** A frame that shows a film or a map of another server, as a link that loads it when it is pressed. */
export interface EmbedDoor {
  kind: "video" | "map";
  href: string;
  words: string;
}

/** Google gives frames of maps an address of its own kind, in which the place is a pair of numbers. */
function followable(src: string): string {
  const url = src.trim().replace(/^(?:http:)?\/\//i, "https://");
  if (!/^https:\/\/(?:www|maps)\.google\.com\/maps\/embed\?/i.test(url)) return url;
  const [, longitude, latitude] = /!2d(-?\d{1,3}(?:\.\d+)?)!3d(-?\d{1,2}(?:\.\d+)?)/.exec(url) ?? [];
  return latitude ? `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}` : url;
}

export function embedDoor(attribute: (name: string) => string | undefined): EmbedDoor | undefined {
  const src = attribute("src") || attribute("data-src") || "";
  if (/\/embed\/(?:videoseries|live_stream)\b/.test(src)) return undefined;
  const href = followable(src);
  const embed = embedAddress(href);
  if (!embed) return undefined;
  const kind = /^(?:YouTube|Vimeo)$/.test(embed.host) ? "video" : "map";
  return { kind, href, words: attribute("title")?.trim().slice(0, 120) || embed.host };
}
