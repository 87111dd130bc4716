import type { Deps } from "../deps";
import { captchaParty } from "./captcha-party";
import type { ThirdParty } from "./third-party";
import { listThirdPartyRows } from "./third-party-queries.server";

export const listThirdParties = (deps: Pick<Deps, "db">, workspaceId: string): Promise<ThirdParty[]> =>
  listThirdPartyRows(deps.db, workspaceId);

/** Those that pages of one site may load; with the one that the operator set for forms. */
export async function listSiteThirdParties(
  deps: Pick<Deps, "db" | "config">,
  workspaceId: string,
  siteId: string,
): Promise<ThirdParty[]> {
  const all = await listThirdPartyRows(deps.db, workspaceId);
  const own = all.filter((party) => party.siteId === "" || party.siteId === siteId);
  const { captcha } = deps.config;
  return captcha ? [...own, captchaParty(captcha)] : own;
}
