import type { Deps } from "../deps";
import { findSiteByHost } from "./find-site.server";
import { readDomain } from "./site-domain";

/** Whether a proxy may get a certificate for a host: hosts of ours, and what is verified at this moment. */
export async function mayHaveCertificate(deps: Deps, asked: string): Promise<boolean> {
  const { app, links, pagesDomain } = deps.config.origins;
  const host = asked.trim().toLowerCase();
  if (host === new URL(app).hostname || host === new URL(links).hostname) return true;
  const suffix = `.${pagesDomain.replace(/:\d+$/, "")}`;
  if (host.endsWith(suffix)) {
    const slug = host.slice(0, -suffix.length);
    return !slug.includes(".") && (await findSiteByHost(deps, slug)) !== undefined;
  }
  const read = readDomain(host);
  return read.ok && read.domain === host && (await findSiteByHost(deps, host))?.kind === "custom";
}
