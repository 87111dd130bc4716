/** What views have in common: each visitor counts where the day's first view came from, and with what. */
export const shareParts = ["source", "campaign", "device", "browser", "system", "language", "place"] as const;
export type SharePart = (typeof shareParts)[number];

/** What a report can be limited to. */
export const filterParts = [...shareParts, "variant", "version"] as const;
export type FilterPart = (typeof filterParts)[number];

/** Submissions tell these of themselves; of the others only visitors who became leads are known. */
export const partsOfLeads: readonly string[] = ["total", "source", "campaign", "version", "variant"];

/** total: everybody. bots: nobody. version: of the page. again: the same, only of those known from an earlier day. page: of a workspace. */
export type RolledPart = SharePart | "total" | "bots" | "version" | "again" | "page";

/** Under this id the counts of all pages of a workspace are added up. */
export const allPages = "0".repeat(26);

/** Names too small to be kept alone are counted here. */
export const otherName = "*";
