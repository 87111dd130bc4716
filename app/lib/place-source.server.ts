import { readFileSync } from "node:fs";
import { LRUCache } from "lru-cache";
import { type CityResponse, Reader } from "maxmind";
import { truncateIp } from "./ip-address";

/** Where visitors are, by country or region; never finer. */
export interface PlaceSource {
  /** ISO 3166: `AT`, or with `regions` `AT-9`. Empty where it is not known. */
  placeOf(visitor: { ip: string; header: string; isProxied: boolean; regions: boolean }): string;
}

export class PlacesUnreadable extends Error {}

const country = /^[A-Z]{2}$/;
const place = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;
/** What proxies say of addresses without a country: unknown, and hidden. */
const nowhere = new Set(["XX", "T1"]);

const nobody: PlaceSource = { placeOf: () => "" };

function readHeader(value: string, regions: boolean): string {
  const given = value.trim().toUpperCase().replace("_", "-");
  if (!place.test(given) || nowhere.has(given.slice(0, 2))) return "";
  return regions ? given : given.slice(0, 2);
}

/** A file in MaxMind's format, or a header that a trusted proxy sets. */
export function openPlaceSource({ file, header }: { file?: string; header?: string }): PlaceSource {
  if (header)
    return {
      placeOf: ({ header: value, isProxied, regions }) => (isProxied ? readHeader(value, regions) : ""),
    };
  if (!file) return nobody;
  let reader: Reader<CityResponse>;
  try {
    reader = new Reader<CityResponse>(readFileSync(file));
  } catch (error) {
    throw new PlacesUnreadable(`${file} is no MMDB file that can be read: ${(error as Error).message}`);
  }
  const known = new LRUCache<string, string>({ max: 5000 });
  const look = (network: string): string => {
    const found = reader.get(network);
    const code = found?.country?.iso_code ?? found?.registered_country?.iso_code ?? "";
    if (!country.test(code)) return "";
    const region = `${code}-${found?.subdivisions?.[0]?.iso_code ?? ""}`;
    return place.test(region) ? region : code;
  };
  return {
    placeOf({ ip, regions }) {
      // Less than the address is looked up, so that nothing finer can come of it.
      const network = truncateIp(ip);
      if (!network) return "";
      const found = known.get(network) ?? look(network);
      known.set(network, found);
      return regions ? found : found.slice(0, 2);
    },
  };
}
