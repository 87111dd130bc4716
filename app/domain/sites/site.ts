import { z } from "zod";

export interface Site {
  id: string;
  workspaceId: string;
  slug: string;
  name: string;
  language: string;
  createdAt: number;
}

/** What a host name leads to. */
export interface SiteHost {
  workspaceId: string;
  siteId: string;
  slug: string;
  name: string;
  language: string;
}

export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, "Use a language tag such as en or pt-BR.");

export const newSite = z.object({
  workspaceId: z.string(),
  slug: z.string(),
  name: z.string().trim().min(1, "Give the site a name.").max(120),
  language: languageTag.default("en"),
});
export type NewSite = z.input<typeof newSite>;
