const linkSchemes = new Set(["http", "https", "mailto", "tel", "sms"]);
const rasterData = /^data:image\/(?:png|jpe?g|webp|gif);base64,[A-Za-z0-9+/]+={0,2}$/i;
const maxDataLength = 400_000;
const maxUrlLength = 2000;

// Browsers ignore these inside an address, so a scheme may hide behind them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
const ignoredByBrowsers = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe]/g;

const tidy = (value: string): string => value.replace(ignoredByBrowsers, "").trim();

function schemeOf(url: string): string | undefined {
  const head = url.split(/[/?#\\]/, 1)[0] ?? "";
  const colon = head.indexOf(":");
  return colon < 0 ? undefined : head.slice(0, colon).toLowerCase();
}

/** A link a visitor may follow; undefined when it is not one. */
export function safeLink(value: string): string | undefined {
  const url = tidy(value);
  if (url.length > maxUrlLength) return undefined;
  const scheme = schemeOf(url);
  if (scheme === undefined) return url;
  if (scheme === "http" || scheme === "https") return URL.canParse(url) ? url : undefined;
  return linkSchemes.has(scheme) ? url : undefined;
}

/** A picture, sound or film: our own, on another server, or small raster data. */
export function safeSource(value: string): string | undefined {
  const url = tidy(value);
  if (url === "" || url.includes("\\")) return undefined;
  if (/^data:/i.test(url)) return url.length <= maxDataLength && rasterData.test(url) ? url : undefined;
  if (url.length > maxUrlLength) return undefined;
  const scheme = schemeOf(url);
  if (scheme === undefined) return url.startsWith("//") ? safeSource(`https:${url}`) : url;
  return (scheme === "http" || scheme === "https") && URL.canParse(url) ? url : undefined;
}

/** Whether loading it tells no other server of the visit. */
export const isOwnSource = (url: string): boolean =>
  /^data:/i.test(url) || (schemeOf(url) === undefined && !/^[/\\]{2}/.test(url));

const sizeShape = /^[\d.]+[wx]$/;

/** A comma ends a candidate after its size, or before white space; others belong to the address. */
function candidatesIn(value: string): string[] {
  const found: string[] = [];
  let open = "";
  for (const word of value.split(/\s+/)) {
    const [first = "", ...more] = word.split(",");
    // "1x,next.png": the size of one candidate and the address of the next, without a space.
    if (open && more.length > 0 && sizeShape.test(first)) {
      found.push(`${open} ${first}`);
      open = more.join(",");
    } else open = open ? `${open} ${word}` : word;
    if (!open.endsWith(",")) continue;
    found.push(open.slice(0, -1));
    open = "";
  }
  return open ? [...found, open] : found;
}

/** Keeps the safe candidates of a srcset. */
export function safeSourceSet(value: string): string | undefined {
  const kept: string[] = [];
  for (const candidate of candidatesIn(value)) {
    const [url = "", size = "", ...rest] = candidate.trim().split(/\s+/);
    const safe = safeSource(url);
    if (safe && !/^data:/i.test(safe) && rest.length === 0 && /^(?:\d+(?:\.\d+)?[wx])?$/.test(size)) {
      kept.push(size ? `${safe} ${size}` : safe);
    }
  }
  return kept.length > 0 ? kept.join(", ") : undefined;
}
