import {
  ChartLine,
  FileText,
  House,
  type LucideIcon,
  Send,
  Settings,
  ShieldCheck,
  Users,
} from "lucide-react";

export type PlaceKey = "home" | "pages" | "leads" | "campaigns" | "reports" | "trust" | "settings";

export interface Place {
  key: PlaceKey;
  label: string;
  icon: LucideIcon;
  /** What belongs to it beside what stands below its own address. */
  also?: string;
}

/** Where one can go in a workspace, in the order of the rail. */
export const places: readonly Place[] = [
  { key: "home", label: "Home", icon: House },
  { key: "pages", label: "Pages", icon: FileText, also: "experiments" },
  { key: "leads", label: "Leads", icon: Users },
  { key: "campaigns", label: "Campaigns", icon: Send },
  { key: "reports", label: "Reports", icon: ChartLine },
  { key: "trust", label: "Trust", icon: ShieldCheck },
  { key: "settings", label: "Settings", icon: Settings },
];

/** Those that a member may enter: what is closed is not offered. */
export const openPlaces = (closed: readonly PlaceKey[], among: readonly Place[] = places): readonly Place[] =>
  among.filter(({ key }) => !closed.includes(key));

/** On a phone the first four stay at hand, the rest are behind "More". */
export const placesAtHand = places.slice(0, 4);
export const placesBehindMore = places.slice(4);

export const placePath = (base: string, key: PlaceKey): string => (key === "home" ? base : `${base}/${key}`);

/** Whether somebody at this address is in the place. */
export function isInPlace(
  { key, also }: Pick<Place, "key" | "also">,
  base: string,
  pathname: string,
): boolean {
  if (key === "home") return pathname.replace(/\/$/, "") === base;
  return [key, also].some((name) => name !== undefined && `${pathname}/`.startsWith(`${base}/${name}/`));
}
