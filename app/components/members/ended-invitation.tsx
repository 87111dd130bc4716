import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import type { FormState } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import type { EndedInvitation as Ended } from "~/domain/workspaces/find-ended-invitation.server";

interface Props {
  ended: Ended;
  signedInAs: string | undefined;
  /** What asking for a new one came to. */
  answer: (FormState & { asked?: true }) | undefined;
}

const signIn = (next: string) => `/sign-in?${new URLSearchParams({ next })}`;

/** The way into the room somebody has joined already, or to an account. */
function WayIn({ to, label, signedInAs }: { to: string; label: string; signedInAs: string | undefined }) {
  return signedInAs ? (
    <LinkButton tone="primary" to={to}>
      {label}
    </LinkButton>
  ) : (
    <LinkButton tone="primary" to={signIn(to)}>
      Sign in
    </LinkButton>
  );
}

/** An invitation that opens nothing any more: what happened, and the way on. */
export function EndedInvitation({ ended, signedInAs, answer }: Props) {
  if (ended.end === "over") {
    return (
      <AuthFrame
        title="This invitation has run out"
        lead={`It was for the workspace ${ended.workspaceName} and worked for seven days.`}
      >
        {answer?.asked ? (
          <Notice tone="good" live="polite" title="You have asked for a new one">
            Whoever may invite people got a letter. When they invite you again, the invitation comes to your
            mailbox.
          </Notice>
        ) : (
          <ActionForm state={answer}>
            <input type="hidden" name="intent" value="again" />
            <SubmitButton pendingLabel="Asking">Ask for a new one</SubmitButton>
          </ActionForm>
        )}
      </AuthFrame>
    );
  }
  if (ended.end === "used") {
    const { workspaceName, workspaceSlug, isMember } = ended;
    return (
      <AuthFrame
        title={isMember ? `You have joined ${workspaceName}` : "This invitation was used"}
        lead={
          isMember
            ? "This invitation has done its work."
            : `Somebody joined ${workspaceName} with it, and it works only once. If that was you, you need it no more.`
        }
      >
        {isMember ? (
          <WayIn to={`/w/${workspaceSlug}`} label={`Open ${workspaceName}`} signedInAs={signedInAs} />
        ) : (
          <WayIn to="/workspaces" label="See your workspaces" signedInAs={signedInAs} />
        )}
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="This invitation works no more"
      lead="It was withdrawn, a newer one took its place, or the address is not complete. Look for a newer letter, or ask whoever invited you for a new one."
    >
      <WayIn to="/workspaces" label="See your workspaces" signedInAs={signedInAs} />
    </AuthFrame>
  );
}
