import { Link } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TimeText } from "~/components/ui/time-text";
import { WrittenText } from "~/components/ui/written-text";
import type { AbuseNotice } from "~/domain/acceptable-use/abuse-notice";

export interface ShownNotice extends AbuseNotice {
  /** Rule in words. */
  wrong: string;
  /** Whether a workspace was recognised. */
  ofWorkspace: boolean;
}

interface Props {
  notices: readonly ShownNotice[];
  /** What the action refused, and for which report. */
  state: FormState | undefined;
}

/** What people outside reported; the operator decides each. */
export const NoticeCards = ({ notices, state }: Props) => (
  <Stack gap={4}>
    {notices.map((notice) => (
      <Card key={notice.id} title={notice.wrong}>
        <DetailsList
          items={[
            { name: "About", value: notice.subject },
            {
              name: "Workspace",
              value: notice.ofWorkspace ? (
                <Link to={`/operator/workspaces/${notice.workspaceId}`}>See and decide</Link>
              ) : (
                "None recognised"
              ),
            },
            { name: "Why", value: <WrittenText text={notice.explanation} /> },
            {
              name: "Reported by",
              value:
                [notice.reporterName, notice.reporterEmail].filter(Boolean).join(", ") || "Without a name",
            },
            { name: "When", value: <TimeText at={notice.createdAt} /> },
            ...(notice.decision ? [{ name: "Decided", value: <WrittenText text={notice.decision} /> }] : []),
            ...(notice.closedAt === undefined
              ? []
              : [{ name: "Closed", value: <TimeText at={notice.closedAt} /> }]),
          ]}
        />
        {notice.state === "open" && (
          <ActionForm
            id={`close-${notice.id}`}
            state={String(state?.values?.notice ?? "") === notice.id ? state : undefined}
          >
            <input type="hidden" name="notice" value={notice.id} />
            <input type="hidden" name="workspace" value={notice.workspaceId} />
            <TextArea
              name="decision"
              label="Decision"
              hint={
                notice.reporterEmail
                  ? "What was decided and why; sent to whoever reported it."
                  : "What was decided and why. Nobody gets it: they gave no address."
              }
              maxLength={2000}
              required
            />
            <FormActions>
              <SubmitButton pendingLabel="Closing">Close the report</SubmitButton>
            </FormActions>
          </ActionForm>
        )}
      </Card>
    ))}
  </Stack>
);
