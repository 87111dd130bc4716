import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import type { Deps } from "~/domain/deps";
import { DomainError } from "~/domain/domain-error";
import { createPage, type NewPage } from "~/domain/pages/create-page.server";
import type { Page } from "~/domain/pages/page";
import { parsePagePath } from "~/domain/pages/page-path";
import { updatePageListing } from "~/domain/publishing/update-page-listing.server";
import { getSite } from "~/domain/sites/find-site.server";
import { shownAddress } from "~/domain/sites/site-address";
import { mayDo } from "~/domain/workspaces/permission";
import type { MemberSession } from "~/server/session/require-member.server";
import { leadFormsTo } from "~builder/document/next-page";
import { leadBackTo, leadMailTo } from "~builder/templates/after-sending";
import type { Template } from "~builder/templates/template";

type Input = NewPage & { workspaceId: string; title: string };

/** Where the page after sending lies, beside the page itself. */
function thanksPathOf(path: string): string | undefined {
  const parsed = parsePagePath(path);
  if (!parsed.ok) return undefined;
  const beside = parsePagePath(`${parsed.path.replace(/^\/$/, "/start")}-thank-you`);
  return beside.ok ? beside.path : undefined;
}

/** The page of a template with its thank-you page, to which its form leads, and, if wanted, its mail as a draft. */
export async function createFromTemplate(
  deps: Deps,
  member: MemberSession["member"],
  template: Template,
  input: Input,
  withMail: boolean,
): Promise<Page> {
  const thanksPath = thanksPathOf(input.path);
  const document = thanksPath ? leadFormsTo(template.document, thanksPath) : template.document;
  const page = await createPage(deps, member, { ...input, description: template.metaDescription, document });
  if (thanksPath) {
    const { workspaceId, siteId } = input;
    const thanks = await createPage(deps, member, {
      ...{ workspaceId, siteId, path: thanksPath },
      title: `Thank you: ${input.title}`.slice(0, 200),
      description: template.thankYou,
      document: leadBackTo(template.thanks, page.path),
    }).catch(keepWhatIsThere);
    // Nobody should find the thanks, and what they hand over, without having sent the form.
    if (thanks)
      await updatePageListing(deps, member, { workspaceId, pageId: thanks.id, changes: { hidden: true } });
  }
  if (withMail && mayDo(member.role, "campaign:edit")) {
    const { subject, document: mail } = template.mail;
    const name = `Welcome: ${input.title}`.slice(0, 200);
    const site = await getSite(deps.db, input.workspaceId, input.siteId);
    const document = leadMailTo(mail, shownAddress(deps.urls, site, page.path));
    await createCampaign(deps, member, { workspaceId: input.workspaceId, name, subject, document });
  }
  return page;
}

/** Another page already lies there: the form leads to that one. */
function keepWhatIsThere(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.kind !== "conflict") throw error;
}
