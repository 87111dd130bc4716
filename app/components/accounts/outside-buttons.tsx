import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import type { SignInButton } from "~/domain/accounts/outside-identity";

/** Ways in by the word of somebody else; nothing where the instance has none. */
export function OutsideButtons({
  buttons,
  next,
  verb,
}: {
  buttons: readonly SignInButton[];
  next?: string;
  verb: "Sign in" | "Sign up";
}) {
  if (buttons.length === 0) return null;
  const search = next && next !== "/" ? `?${new URLSearchParams({ next })}` : "";
  return (
    <Stack gap={3}>
      {buttons.map(({ id, name }) => (
        <LinkButton key={id} to={`/sign-in/with/${id}${search}`} reloadDocument prefetch="none">
          {verb} with {name}
        </LinkButton>
      ))}
      <p className="or-rule">or with an e-mail address</p>
    </Stack>
  );
}

/** What went wrong on the way to a provider and back. */
export function OutsideNotice({ said }: { said: string | undefined }) {
  if (!said) return null;
  return (
    <Notice tone="warn" title="Signing in there did not work" live="polite">
      {said}
    </Notice>
  );
}
