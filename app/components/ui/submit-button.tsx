import { Button, type ButtonProps } from "./button";
import { useFormScope } from "./form-context";

interface Props extends ButtonProps {
  /** Said while it is being sent: "Saving". */
  pendingLabel?: string;
}

export function SubmitButton({ tone = "primary", pendingLabel, children, ...rest }: Props) {
  const { pending } = useFormScope();
  return (
    <Button {...rest} type="submit" tone={tone} pending={pending || rest.pending}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
