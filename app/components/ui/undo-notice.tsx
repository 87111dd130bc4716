import { Form } from "@remix-run/react";
import { Button } from "./button";
import { Notice } from "./notice";

interface Props {
  /** What was done, in numbers: "12 leads were deleted." */
  children: string;
  action: string;
  /** Hidden fields that name what to undo. */
  fields: Record<string, string>;
}

/** After a bulk act: what was done, and the way back. */
export function UndoNotice({ children, action, fields }: Props) {
  const undo = (
    <Form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" small>
        Undo
      </Button>
    </Form>
  );
  return (
    <Notice tone="good" live="polite" action={undo}>
      {children}
    </Notice>
  );
}
