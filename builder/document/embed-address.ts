/** Where a film or map that a link leads to can be shown from, with as little told to its owner as there is. */
export interface EmbedAddress {
  src: string;
  origin: string;
  /** Whom loading it tells of the visit. */
  host: string;
}

const embed = (src: string, host: string): EmbedAddress => ({ src, origin: new URL(src).origin, host });

function youtube({ hostname, pathname, searchParams }: URL): EmbedAddress | undefined {
  const short = hostname === "youtu.be" ? pathname.slice(1) : undefined;
  const id = short ?? /^\/(?:embed|shorts|live)\/([^/]+)/.exec(pathname)?.[1] ?? searchParams.get("v") ?? "";
  return /^[\w-]{6,20}$/.test(id)
    ? embed(`https://www.youtube-nocookie.com/embed/${id}?autoplay=1`, "YouTube")
    : undefined;
}

function vimeo({ pathname }: URL): EmbedAddress | undefined {
  const [, id, hash] = /^\/(?:video\/)?(\d{5,12})(?:\/([0-9a-f]{6,16}))?/.exec(pathname) ?? [];
  return id
    ? embed(`https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash ? `&h=${hash}` : ""}`, "Vimeo")
    : undefined;
}

function openStreetMap({ searchParams, hash }: URL): EmbedAddress | undefined {
  const [, zoom = "15", ...centre] = /^#map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  const latitude = Number(searchParams.get("mlat") ?? centre[0] ?? "x");
  const longitude = Number(searchParams.get("mlon") ?? centre[1] ?? "x");
  if (!(Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180)) return undefined;
  const reach = 180 / 2 ** Math.min(19, Math.max(3, Number(zoom)));
  const box = [longitude - reach, latitude - reach / 2, longitude + reach, latitude + reach / 2];
  const bbox = box.map((value) => value.toFixed(5)).join("%2C");
  return embed(
    `https://www.openstreetmap.org/export/embed.html?bbox=${bbox}&marker=${latitude}%2C${longitude}`,
    "OpenStreetMap",
  );
}

function googleMaps({ pathname, searchParams }: URL): EmbedAddress | undefined {
  const place = /^\/maps\/(?:place|search)\/([^/]+)/.exec(pathname)?.[1]?.replaceAll("+", " ");
  const query = searchParams.get("q") ?? searchParams.get("query") ?? (place && decodeURIComponent(place));
  return query
    ? embed(`https://www.google.com/maps?q=${encodeURIComponent(query)}&output=embed`, "Google Maps")
    : undefined;
}

const readers: readonly [RegExp, (url: URL) => EmbedAddress | undefined][] = [
  [/^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com|youtu\.be)$/, youtube],
  [/^(?:www\.|player\.)?vimeo\.com$/, vimeo],
  [/^www\.openstreetmap\.org$/, openStreetMap],
  [/^(?:www|maps)\.google\.com$/, googleMaps],
];

/** Undefined for every address that is not known to be a film or map: such a link stays a link. */
export function embedAddress(href: string | undefined): EmbedAddress | undefined {
  if (!href || !/^https:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  try {
    return readers.find(([host]) => host.test(url.hostname))?.[1](url);
  } catch {
    return undefined;
  }
}
