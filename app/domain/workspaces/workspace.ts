import type { PrivacySettings } from "./privacy-settings";
import type { Standing } from "./standing";

/** What opens and clicks record of somebody who was never asked: nothing personal, or who it was. */
export type TrackingDefault = "anonymous" | "identify";

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  standing: Standing;
  standingReason: string;
  standingAt: number;
  timeZone: string;
  locale: string;
  doubleOptIn: boolean;
  trackingDefault: TrackingDefault;
  privacySettings: PrivacySettings;
  minimumAge: number;
  /** rounded: reports show tens and hide small groups. */
  reportFigures: "exact" | "rounded";
  createdAt: number;
  deleteAfter: number | undefined;
  /** From then on people go by their age; undefined until the owners were told of it, or chose the periods. */
  peopleGoFrom: number | undefined;
  /** When the owners last had a letter about it, since they chose the periods. */
  peopleToldAt: number | undefined;
}
