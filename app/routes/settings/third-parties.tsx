import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { categoryLabel, ThirdPartyFields } from "~/components/settings/third-party-fields";
import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import type { CookieCategory } from "~/domain/consent/cookie-choice";
import { deleteThirdParty } from "~/domain/consent/delete-third-party.server";
import { listThirdParties } from "~/domain/consent/list-third-parties.server";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import { listSites } from "~/domain/sites/find-site.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Third parties · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const parties = await listThirdParties(context.deps, workspace.id);
  const sites = await listSites(context.deps, workspace.id);
  return {
    parties: parties.map((party) => ({
      ...party,
      id: publicId("thirdParty", party.id),
      siteId: party.siteId && publicId("site", party.siteId),
    })),
    sites: sites.map((site) => ({ value: publicId("site", site.id), label: site.name })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const workspaceId = workspace.id;
  return answerForm(form, async () => {
    const service = text("service");
    const thirdPartyId = service === "" ? undefined : (storedId("thirdParty", service) ?? service);
    if (text("intent") === "delete") {
      await deleteThirdParty(context.deps, member, { workspaceId, thirdPartyId: thirdPartyId ?? "" });
      return { done: "No page loads the service any more." };
    }
    const party = await saveThirdParty(context.deps, member, {
      workspaceId,
      thirdPartyId,
      siteId: storedId("site", text("siteId")) ?? "",
      name: text("name"),
      vendor: text("vendor"),
      purpose: text("purpose"),
      category: text("category") as CookieCategory,
      privacyUrl: text("privacyUrl"),
      scripts: text("scripts"),
      startCode: text("startCode"),
      hosts: text("hosts"),
      storedNames: text("storedNames"),
    });
    return { done: `Saved. Visitors are asked about “${party.name}” from their next page on.` };
  });
}

export default function ThirdParties() {
  const { parties, sites } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const isRefused = Boolean(answer?.errors || answer?.message);
  const refusedId = isRefused ? String(answer?.values?.service ?? "") : undefined;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {parties.length === 0 && (
        <EmptyState plain title="No services of others">
          Your pages load nothing from elsewhere, so nobody has to be asked and no banner is shown. Declare a
          service here before it may appear: it stays out of your pages until a visitor agrees.
        </EmptyState>
      )}
      {parties.map((party) => (
        <ActionForm key={party.id} id={party.id} state={refusedId === party.id ? answer : undefined}>
          <input type="hidden" name="service" value={party.id} />
          <FormSection
            title={
              <>
                {party.name} <Badge>{categoryLabel(party.category)}</Badge>
              </>
            }
            description="Whatever you change here is asked of every visitor anew."
          >
            <ThirdPartyFields party={party} sites={sites} />
            <Row>
              <SubmitButton tone="secondary" pendingLabel="Saving">
                Save
              </SubmitButton>
              <Sure
                label="Delete"
                spoken={`Delete ${party.name}`}
                words="Your pages load nothing of it any more, and visitors are no longer asked about it. What they chose stays on record."
              >
                <Button type="submit" name="intent" value="delete" tone="danger" small>
                  Delete the service
                </Button>
              </Sure>
            </Row>
          </FormSection>
        </ActionForm>
      ))}
      <ActionForm key={`new-${parties.length}`} id="new" state={refusedId === "" ? answer : undefined}>
        <FormSection
          title="Declare a service"
          description="Statistics, advertising, chat: whatever your pages should load from somebody else."
        >
          <ThirdPartyFields sites={sites} />
        </FormSection>
        <FormActions>
          <SubmitButton pendingLabel="Declaring">Declare the service</SubmitButton>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
