import { networkOf } from "~/lib/ip-address";
import { AttemptLimit } from "../accounts/attempt-limit.server";
import { checkPassword } from "../accounts/password-hash.server";
import type { Deps } from "../deps";
import { isDomainError } from "../domain-error";
import { getPageSummary } from "../pages/get-page.server";
import { findPageState } from "./find-page-state.server";
import type { PreviewLink } from "./preview-link";
import { noteOpened, selectPreviewLink } from "./preview-link-queries.server";
import { isPreviewPass, previewPass, readPreviewLinkToken } from "./preview-link-token.server";
import { previewPage } from "./preview-page.server";
import type { RenderedVersion } from "./render-version.server";

const minute = 60_000;
/** Tries of a password from one place and from anywhere. */
const here = new AttemptLimit(8, 15 * minute);
const anywhere = new AttemptLimit(100, 60 * minute);

/** The link behind a token, where it still shows a page of this site. */
export async function findPreviewLink(
  deps: Pick<Deps, "db" | "keys" | "clock">,
  token: string,
  site: { workspaceId: string; siteId: string },
): Promise<(PreviewLink & { passwordHash: string }) | undefined> {
  const named = readPreviewLinkToken(deps, token);
  if (named?.workspaceId !== site.workspaceId) return undefined;
  const link = await selectPreviewLink(deps.db, named.workspaceId, named.id, deps.clock.now());
  if (!link) return undefined;
  const page = await getPageSummary(deps, link.workspaceId, link.pageId).catch((error: unknown) => {
    if (isDomainError(error)) return undefined;
    throw error;
  });
  return page && page.state !== "removed" && page.siteId === site.siteId ? link : undefined;
}

/** What a browser keeps from now on; undefined for a wrong password. Throws when there were too many tries. */
export async function unlockPreviewLink(
  deps: Pick<Deps, "keys" | "clock">,
  link: PreviewLink & { passwordHash: string },
  { password, ip }: { password: string; ip: string },
): Promise<string | undefined> {
  const place = `${link.id} ${networkOf(ip)}`;
  here.check(deps.clock, place);
  anywhere.check(deps.clock, link.id);
  here.count(deps.clock, place);
  anywhere.count(deps.clock, link.id);
  if (!(await checkPassword(link.passwordHash, password))) return undefined;
  here.forget(place);
  return previewPass(deps, link);
}

/** The page as the link shows it; undefined while its password has not been given. */
export async function showPreviewLink(
  deps: Deps,
  link: PreviewLink,
  { pass, noted }: { pass: string; noted: boolean },
): Promise<RenderedVersion | undefined> {
  if (link.hasPassword && !isPreviewPass(deps, link, pass)) return undefined;
  const { workspaceId, pageId, versionId } = link;
  const document = versionId && (await findPageState(deps, workspaceId, pageId, { versionId }));
  const rendered = await previewPage(deps, workspaceId, pageId, document || undefined, "'none'");
  const now = deps.clock.now();
  if (noted && (link.openedAt ?? 0) < now - minute) await noteOpened(deps.db, workspaceId, link.id, now);
  return rendered;
}
