import { Form } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { CopyField } from "~/components/ui/copy-button";
import { TimeText } from "~/components/ui/time-text";

export interface SharedLink {
  id: string;
  url: string;
  shows: string;
  by: string;
  hasPassword: boolean;
  expiresAt: number;
  openedAt?: number;
}

/** Each with its address, what it shows, how long, and when somebody last looked. */
export const PreviewLinkList = ({ links, zone }: { links: readonly SharedLink[]; zone: string }) => (
  <ul className="history preview-links">
    {links.map((link) => (
      <li key={link.id}>
        <div>
          <CopyField label={`${link.shows}, shared by ${link.by}`} text={link.url} />
          <p className="soft">
            Until <TimeText at={link.expiresAt} zone={zone} /> ·{" "}
            {link.openedAt ? (
              <>
                last opened <TimeText at={link.openedAt} zone={zone} />
              </>
            ) : (
              "not opened yet"
            )}
          </p>
        </div>
        {link.hasPassword && <Badge tone="info">Password</Badge>}
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="link" value={link.id} />
          <Button type="submit" small aria-label={`Take back the link to: ${link.shows}`}>
            Take back
          </Button>
        </Form>
      </li>
    ))}
  </ul>
);
