import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import type { SignInButton } from "~/domain/accounts/outside-identity";

interface Props {
  buttons: readonly SignInButton[];
  hasPassword: boolean;
  connected: readonly { providerId: string; name: string; email: string }[];
}

/** Who may vouch for this account; nothing where the instance knows nobody. */
export function WaysInCard({ buttons, hasPassword, connected }: Props) {
  const open = buttons.filter(({ id }) => !connected.some(({ providerId }) => providerId === id));
  if (connected.length === 0 && open.length === 0) return null;
  return (
    <Card title="Sign in with">
      <Stack gap={4}>
        {connected.map(({ providerId, name, email }) => (
          <Form method="post" key={providerId}>
            <input type="hidden" name="intent" value="disconnect" />
            <input type="hidden" name="provider" value={providerId} />
            <Row apart>
              <span>
                {name}, as {email}
              </span>
              <Button type="submit" small aria-label={`Disconnect ${name}`}>
                Disconnect
              </Button>
            </Row>
          </Form>
        ))}
        {open.map(({ id, name }) => (
          <div key={id}>
            <LinkButton to={`/sign-in/with/${id}?connect`} reloadDocument prefetch="none" small>
              Connect {name}
            </LinkButton>
          </div>
        ))}
        {!hasPassword && (
          <p className="soft">
            This account has no password yet. To set one, sign out and choose “I forgot my password”.
          </p>
        )}
      </Stack>
    </Card>
  );
}
