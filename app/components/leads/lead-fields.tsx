import { TextField } from "~/components/ui/text-field";

interface Props {
  email: string;
  name: string;
  /** `label`: as the form asked for it. */
  fields?: readonly { name: string; label: string; value: string }[];
}

const added = [0, 1, 2];

/** The data of a person, with room for more. Read back by `readLeadForm`. */
export function LeadFields({ email, name, fields = [] }: Props) {
  return (
    <>
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        defaultValue={email}
        maxLength={320}
        autoComplete="off"
      />
      <TextField name="name" label="Name" defaultValue={name} maxLength={200} autoComplete="off" optional />
      {fields.map((field) => (
        <TextField
          key={field.name}
          name={`field.${field.name}`}
          label={field.label}
          defaultValue={field.value}
          maxLength={10_000}
          hint="Empty to remove it."
        />
      ))}
      <fieldset className="field">
        <legend className="field-label">More fields</legend>
        {added.map((row) => (
          <div className="field-pair" key={row}>
            <TextField name={`new-name-${row}`} label="Field" maxLength={100} optional />
            <TextField name={`new-value-${row}`} label="Value" maxLength={10_000} optional />
          </div>
        ))}
      </fieldset>
    </>
  );
}
