import { Form, useNavigate } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { formatCount } from "~/components/ui/count";
import { Dialog } from "~/components/ui/dialog";
import { Stack } from "~/components/ui/layout";

interface Props {
  at: string;
  rows: readonly { id: string; email: string; detail: string }[];
  total: number;
}

/** Nobody knows whether these arrived: a person weighs a second copy against none. */
export function DecideDialog({ at, rows, total }: Props) {
  const navigate = useNavigate();
  const close = () => navigate(".", { replace: true, preventScrollReset: true });
  const press = (act: string, label: string, primary?: boolean) => (
    <Form method="post" action={`${at}/act`} preventScrollReset>
      <input type="hidden" name="act" value={act} />
      <Button type="submit" tone={primary ? "primary" : "secondary"}>
        {label}
      </Button>
    </Form>
  );
  return (
    <Dialog
      open
      onClose={close}
      title="Unknown outcome"
      actions={
        <>
          {press("leave", "Leave them as they are")}
          {press("again", `Send again to ${formatCount(total)}`, true)}
        </>
      }
    >
      <Stack gap={4}>
        <p>
          The mail server may have taken these messages, or not. Sending again may give somebody a second
          copy. Leaving them may mean that somebody gets none. Whoever opens or clicks counts as sent by
          itself.
        </p>
        <ul className="undecided">
          {rows.map(({ id, email, detail }) => (
            <li key={id}>
              {email} <span className="soft">{detail}</span>
            </li>
          ))}
        </ul>
        {total > rows.length && <p className="soft">and {formatCount(total - rows.length)} more</p>}
      </Stack>
    </Dialog>
  );
}
