import { Form, useSearchParams } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { TextField } from "~/components/ui/text-field";

interface Props {
  from: string;
  to: string;
  /** Ready-made spans: name and days. */
  presets: readonly { label: string; from: string; to: string }[];
}

/** Which days a report is about; kept in the address. */
export function SpanFilter({ from, to, presets }: Props) {
  const [query] = useSearchParams();
  const address = (span: { from: string; to: string }) => {
    const next = new URLSearchParams(query);
    next.set("from", span.from);
    next.set("to", span.to);
    return `?${next}`;
  };
  return (
    <div className="span-filter">
      <nav className="span-presets" aria-label="Days of the report">
        {presets.map((preset) => (
          <LinkButton
            key={preset.label}
            small
            tone={preset.from === from && preset.to === to ? "secondary" : "quiet"}
            aria-current={preset.from === from && preset.to === to ? "true" : undefined}
            to={address(preset)}
            preventScrollReset
          >
            {preset.label}
          </LinkButton>
        ))}
      </nav>
      <Form method="get" className="span-days" key={`${from}${to}`} preventScrollReset>
        {["by", "is"].map((name) => {
          const value = query.get(name);
          return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
        })}
        <TextField name="from" type="date" label="First day" hiddenLabel defaultValue={from} />
        <span className="soft">to</span>
        <TextField name="to" type="date" label="Last day" hiddenLabel defaultValue={to} />
        <Button type="submit" small>
          Show
        </Button>
      </Form>
    </div>
  );
}
