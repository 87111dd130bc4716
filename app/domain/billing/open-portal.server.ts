import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { isGone, presentAgreement } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { askStripe } from "./stripe-client.server";

/** The address of Stripe's own pages for card, plan and invoices of this workspace. */
export async function openPortal(
  deps: Pick<Deps, "db" | "config" | "log" | "ids" | "urls">,
  actor: Actor,
  input: { workspaceId: string },
): Promise<{ url: string }> {
  requirePermission(actor, input.workspaceId, "billing:manage");
  const workspace = await getWorkspace(deps.db, input.workspaceId);
  const agreement = presentAgreement(await listAgreementRows(deps.db, input.workspaceId));
  if (!agreement || isGone(agreement))
    throw new DomainError("conflict", "no_plan", "This workspace has no plan yet.");
  const { url } = await askStripe(deps, (stripe) =>
    stripe.billingPortal.sessions.create(
      {
        customer: agreement.customerId,
        return_url: deps.urls.app(`/w/${workspace.slug}/settings/billing`),
      },
      { idempotencyKey: `foyer-portal-${deps.ids.next()}` },
    ),
  );
  return { url };
}
