import { useState } from "react";
import { Button } from "~/components/ui/button";
import { TextField } from "~/components/ui/text-field";

interface Props {
  name?: string;
  label?: string;
  /** Choosing one instead of giving the present one. */
  fresh?: boolean;
}

/** Pasting and password managers work; what was typed can be looked at. */
export function PasswordField({ name = "password", label = "Password", fresh }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      name={name}
      label={label}
      hint={fresh ? "At least 15 characters. Three or four unrelated words make a good one." : undefined}
      type={shown ? "text" : "password"}
      autoComplete={fresh ? "new-password" : "current-password"}
      maxLength={256}
      required
      suffix={
        <Button
          tone="quiet"
          small
          className="script-only"
          aria-pressed={shown}
          aria-label="Show the password"
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </Button>
      }
    />
  );
}
