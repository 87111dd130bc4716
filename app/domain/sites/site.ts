import { z } from "zod";

export interface SiteSettings {
  /** Empty: the first letter of the name is drawn. */
  iconFileId: string;
  /** Shown where pages are shared; empty: a picture drawn from each page. */
  shareFileId: string;
  /** Shown where there is no page; empty for the plain one. */
  missingPageId: string;
  /** False keeps the whole site out of search engines. */
  searchable: boolean;
  /** A verified domain that the site's other hosts lead to; empty: its subdomain. */
  primaryDomain: string;
}

export const newSiteSettings: SiteSettings = {
  iconFileId: "",
  shareFileId: "",
  missingPageId: "",
  searchable: true,
  primaryDomain: "",
};

export interface Site extends SiteSettings {
  id: string;
  workspaceId: string;
  slug: string;
  name: string;
  language: string;
  createdAt: number;
  /** False for a site that came with an archive and has not taken its name here: that may be somebody else's. */
  hasSubdomain: boolean;
}

/** former: an earlier subdomain, kept so that nobody else gets it; it leads to the present one. */
export type HostKind = "subdomain" | "former" | "custom";

/** What a host name leads to. */
export interface SiteHost extends SiteSettings {
  workspaceId: string;
  siteId: string;
  slug: string;
  name: string;
  language: string;
  kind: HostKind;
}

export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, "Use a language tag such as en or pt-BR.");

const siteName = z.string().trim().min(1, "Give the site a name.").max(120, "Use at most 120 characters.");

export const newSite = z.object({
  workspaceId: z.string(),
  slug: z.string(),
  name: siteName,
  language: languageTag.default("en"),
});
export type NewSite = z.input<typeof newSite>;

export const siteChanges = z
  .object({ name: siteName, language: languageTag, slug: z.string(), searchable: z.boolean() })
  .extend({ missingPageId: z.string().max(26) })
  .partial();
export type SiteChanges = z.input<typeof siteChanges>;

/** The host that a site's addresses name; undefined for its subdomain. */
export const ownHost = (site: Pick<SiteSettings, "primaryDomain">): string | undefined =>
  site.primaryDomain || undefined;
