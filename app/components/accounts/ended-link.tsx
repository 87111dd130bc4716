import { Link } from "@remix-run/react";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import type { FormState } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import type { LinkEnd } from "~/domain/accounts/find-ended-link.server";

interface Props {
  ended: LinkEnd;
  /** What a new link is for. */
  purpose: "reset" | "confirm";
  mailWorks: boolean;
  state: FormState | undefined;
}

const words = {
  reset: {
    over: "It worked for one hour, and the hour has passed. Your password is as it was.",
    unknown:
      "It was used before, its hour has passed, or a newer letter took its place. Your password is as it was.",
  },
  confirm: {
    over: "It worked for two days, and they have passed. Your account waits for you.",
    unknown: "It was used before, its two days have passed, or a newer letter took its place.",
  },
} as const;

/** A link from a letter that opens nothing any more: what happened, and a new one right here. */
export function EndedLink({ ended, purpose, mailWorks, state }: Props) {
  if (ended === "used" && purpose === "confirm") {
    return (
      <AuthFrame
        title="Your address is confirmed already"
        lead="This link has done its work. Sign in with your password."
      >
        <LinkButton tone="primary" to="/sign-in">
          Sign in
        </LinkButton>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="This link works no more"
      lead={words[purpose][ended === "over" ? "over" : "unknown"]}
      foot={<Link to="/sign-in">Back to sign in</Link>}
    >
      {mailWorks ? (
        <ActionForm state={state}>
          <input type="hidden" name="intent" value="again" />
          <TextField
            name="email"
            label="E-mail address of your account"
            type="email"
            autoComplete="username"
            required
          />
          <SubmitButton pendingLabel="Sending">Send a new link</SubmitButton>
        </ActionForm>
      ) : (
        <Notice tone="warn" title="Mail is not configured">
          This instance cannot send a new link. Ask its operator to set up mail, or to help you in.
        </Notice>
      )}
    </AuthFrame>
  );
}
