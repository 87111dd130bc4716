import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { addSiteDomain } from "~/domain/sites/add-site-domain.server";
import { type CheckedDomain, checkSiteDomain } from "~/domain/sites/check-site-domain.server";
import { listShownDomains } from "~/domain/sites/list-site-domains.server";
import { removeSiteDomain } from "~/domain/sites/remove-site-domain.server";
import { setPrimaryDomain } from "~/domain/sites/set-primary-domain.server";
import { shownAddress, siteHostName } from "~/domain/sites/site-address";
import { tokenRecordName, tokenText } from "~/domain/sites/site-domain";
import { answerForm } from "~/server/session/answer-form.server";
import { DomainCard } from "./domain-card";
import { SiteHead } from "./site-head";
import { requireSite, sitePath } from "./site-request.server";

export const meta: MetaFunction = () => [{ title: "Domains · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { site, workspace, siteId } = await requireSite(args);
  const domains = await listShownDomains(deps, site);
  return {
    at: sitePath(workspace.slug, siteId),
    name: site.name,
    host: siteHostName(deps.urls, site) ?? "",
    url: shownAddress(deps.urls, site, "/"),
    subdomain: `${site.slug}.${deps.config.origins.pagesDomain}`,
    zone: workspace.timeZone,
    dnsChecks: deps.config.dnsChecks,
    primary: site.primaryDomain,
    domains: domains.map(({ token: _token, workspaceId: _workspace, siteId: _site, ...domain }) => domain),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, siteId } = await requireSite(args);
  const form = await args.request.formData();
  const domain = String(form.get("domain") ?? "");
  const input = { workspaceId, siteId, domain };
  return answerForm(form, async () => {
    switch (form.get("intent")) {
      case "check": {
        const checked = await checkSiteDomain(deps, { workspaceId, domain }, member);
        if (checked.state === "verified") return { done: `${domain} is verified.` };
        return { found: whatWasFound(checked) };
      }
      case "remove":
        await removeSiteDomain(deps, member, input);
        return { done: `${domain} was removed. Take its records out of your DNS.` };
      case "primary":
        await setPrimaryDomain(deps, member, input);
        return {
          done: domain ? `The other addresses lead to ${domain} now.` : "Each address shows the site itself.",
        };
      default: {
        const added = await addSiteDomain(deps, member, input);
        const www = `www.${added.domain}`;
        if (form.get("www") === "yes") await addSiteDomain(deps, member, { ...input, domain: www });
        return { done: "Enter the records below at your DNS provider, then check." };
      }
    }
  });
}

/** What stands at the name of the record instead of it, so that a slip is seen. */
function whatWasFound({ domain, token, texts }: CheckedDomain): string {
  const at = tokenRecordName(domain);
  if (!texts || texts.includes(tokenText(token))) return `${domain} was looked up.`;
  if (texts.length === 0)
    return `There is no TXT record at ${at} yet. A new one can take an hour to be seen everywhere.`;
  return `The TXT record at ${at} says “${texts.join("”, “").slice(0, 300)}”, and not the value below.`;
}

export default function Domains() {
  const data = useLoaderData<typeof loader>();
  const { domains, subdomain, primary, dnsChecks, zone } = data;
  const answer = useActionData() as (FormState & { done?: string; found?: string }) | undefined;
  const isRefusedAdd = answer?.values?.intent === "add";
  return (
    <Stack gap={6}>
      <SiteHead site={data} at={data.at} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {answer?.found && (
        <Notice tone="info" live="polite">
          {answer.found}
        </Notice>
      )}
      {answer?.message && !isRefusedAdd && (
        <Notice tone="bad" live="assertive">
          {answer.message}
        </Notice>
      )}
      {!dnsChecks && (
        <Notice title="DNS is not asked on this instance">
          Domains stay “not checked” and are not served until the operator switches DNS_CHECKS on.
        </Notice>
      )}
      {domains.map((domain) => (
        <DomainCard
          key={domain.domain}
          domain={domain}
          isPrimary={domain.domain === primary}
          subdomain={subdomain}
          dnsChecks={dnsChecks}
          zone={zone}
        />
      ))}
      <Card title="Add a domain">
        <ActionForm key={domains.length} id="add" state={isRefusedAdd ? answer : undefined}>
          <input type="hidden" name="intent" value="add" />
          <TextField
            name="domain"
            label="Domain"
            hint="Such as www.example.com, or example.com itself."
            autoCapitalize="off"
            spellCheck={false}
            inputMode="url"
            required
          />
          <CheckboxField
            name="www"
            label="Also add it with www. before it"
            hint="So that both spellings arrive."
          />
          <FormActions>
            <SubmitButton pendingLabel="Adding">Add the domain</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
