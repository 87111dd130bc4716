import { FieldError, FieldHint } from "~/components/ui/field";
import { useField } from "~/components/ui/form-context";
import { RadioGroup } from "~/components/ui/radio-group";
import { apiScopes, scopeActs, scopesByNoun } from "~/domain/developer/api-scope";

/** What a key may do: a preset, or boxes by what they are about. Needs no script. */
export function ScopeFields() {
  const field = useField("scopes", false);
  const chosen = [field.typed ?? []].flat();
  return (
    <div className="scope-choice">
      <RadioGroup
        name="access"
        legend="What it may do"
        defaultValue="chosen"
        framed
        options={[
          { value: "chosen", label: "What you choose", hint: "As little as it needs is safest." },
          {
            value: "read",
            label: "Read everything",
            hint: "Sees all, people and their data included. Changes nothing.",
          },
          { value: "all", label: "Everything", hint: "Also publishes, sends, deletes and exports." },
        ]}
      />
      <fieldset
        className="scope-groups"
        data-invalid={field.error ? "" : undefined}
        aria-describedby={field.describedBy}
      >
        <legend className="visually-hidden">What you choose</legend>
        <FieldError field={field} />
        {scopesByNoun.map(({ noun, label, scopes }, group) => (
          <fieldset key={noun} className="scope-group">
            <legend className="field-label">{label}</legend>
            <div className="choices">
              {scopes.map((scope, index) => {
                const id = group + index === 0 ? field.id : `${field.id}-${scope}`;
                return (
                  <div className="choice" key={scope}>
                    <input
                      type="checkbox"
                      id={id}
                      name="scopes"
                      value={scope}
                      defaultChecked={chosen.includes(scope)}
                      aria-describedby={`${id}-note`}
                    />
                    <div>
                      <label htmlFor={id}>
                        <span className="visually-hidden">{label}: </span>
                        {scopeActs[scope.split(":")[1] ?? ""]}
                      </label>
                      <FieldHint id={`${id}-note`}>
                        {apiScopes[scope]} <code>{scope}</code>
                      </FieldHint>
                    </div>
                  </div>
                );
              })}
            </div>
          </fieldset>
        ))}
      </fieldset>
    </div>
  );
}
