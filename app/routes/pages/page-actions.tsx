import { ExternalLink, Pencil } from "lucide-react";
import { ActionForm } from "~/components/ui/action-form";
import { buttonClass } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { SubmitButton } from "~/components/ui/submit-button";
import type { PageState } from "~/domain/pages/page";
import { PageMenu } from "./page-menu";

interface Props {
  page: { id: string; title: string; state: PageState; url: string };
  base: string;
  mayPublish: boolean;
}

/** The one thing to do next is primary: publishing while something waits to be, editing otherwise. */
export function PageActions({ page, base, mayPublish }: Props) {
  const publishes = mayPublish && (page.state === "draft" || page.state === "changed");
  const isLive = page.state === "live" || page.state === "changed";
  return (
    <>
      <PageMenu page={page} base={base} mayPublish={mayPublish} />
      {isLive && (
        <a className={buttonClass({})} href={page.url} target="_blank" rel="noreferrer">
          <ExternalLink className="icon" aria-hidden="true" />
          Open
        </a>
      )}
      {page.state !== "removed" && (
        <LinkButton
          to="edit"
          reloadDocument
          prefetch="none"
          tone={publishes ? "secondary" : "primary"}
          icon={<Pencil className="icon" aria-hidden="true" />}
        >
          Edit
        </LinkButton>
      )}
      {publishes && (
        <ActionForm id="publish" className="contents" withoutSummary>
          <input type="hidden" name="act" value="publish" />
          <SubmitButton pendingLabel="Publishing">
            {page.state === "changed" ? "Publish changes" : "Publish"}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
