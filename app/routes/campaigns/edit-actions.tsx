import { Form, useFetcher } from "@remix-run/react";
import { Ellipsis, Send } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { FormState } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { Menu, MenuAction } from "~/components/ui/menu";
import { Notice } from "~/components/ui/notice";
import { Sure } from "~/components/ui/sure";

interface Props {
  at: string;
  ownAddress: string;
  maySend: boolean;
}

const useTest = (at: string) => useFetcher<FormState>({ key: `test ${at}` });

/** Why no test was sent. */
export function TestRefused({ at }: Pick<Props, "at">) {
  const message = useTest(at).data?.message;
  return (
    message && (
      <Notice tone="bad" live="assertive">
        {message}
      </Notice>
    )
  );
}

/** What can be done with a draft. */
export function EditActions({ at, ownAddress, maySend }: Props) {
  const test = useTest(at);
  return (
    <>
      <Menu label="More" trigger={<Ellipsis className="icon" aria-hidden="true" />}>
        <MenuAction action={`${at}/act`} fields={{ act: "copy" }}>
          Make a copy
        </MenuAction>
        <li>
          <Sure label="Delete the draft" words="It goes for good. Nobody got it." look="menu-item bad">
            <Form method="post" action={`${at}/act`}>
              <input type="hidden" name="act" value="delete" />
              <Button type="submit" tone="danger" small>
                Delete it
              </Button>
            </Form>
          </Sure>
        </li>
      </Menu>
      <test.Form method="post" action={`${at}/act`}>
        <input type="hidden" name="act" value="test" />
        <Button type="submit" pending={test.state !== "idle"} title={`To ${ownAddress}`}>
          Send me a test
        </Button>
      </test.Form>
      {maySend ? (
        <LinkButton
          tone="primary"
          to="?send"
          preventScrollReset
          icon={<Send className="icon" aria-hidden="true" />}
        >
          Send
        </LinkButton>
      ) : (
        <Form>
          <Button disabled title="Managers and above may send.">
            Send
          </Button>
        </Form>
      )}
    </>
  );
}
