import { Link, useSearchParams } from "@remix-run/react";
import { Monitor, Smartphone } from "lucide-react";
import type { TemplateChoice } from "./template-gallery";

interface Part {
  id: string;
  label: string;
  src: string;
}

interface Props {
  template: TemplateChoice;
  base: string;
}

const widths = [
  { id: "desktop", label: "As on a desktop", Icon: Monitor },
  { id: "phone", label: "As on a phone", Icon: Smartphone },
] as const;

/** All that a template brings: its page, the page after sending and its mail, wide or narrow. Nothing in them runs. */
export function TemplatePreview({ template, base }: Props) {
  const [query] = useSearchParams();
  const page = `${base}/preview-template/${template.id}`;
  const parts: Part[] = [
    { id: "page", label: "Page", src: page },
    { id: "thanks", label: "After sending", src: `${page}?part=thanks` },
    ...(template.mailPath ? [{ id: "mail", label: "Mail", src: template.mailPath }] : []),
  ];
  const shown = parts.find(({ id }) => id === query.get("show")) ?? (parts[0] as Part);
  const width = widths.find(({ id }) => id === query.get("width")) ?? widths[0];
  const to = (change: { show?: string; width?: string }) =>
    `?${new URLSearchParams({ start: template.id, show: shown.id, width: width.id, ...change })}`;
  return (
    <section className="template-preview" aria-label={`What ${template.name} looks like`}>
      <div className="template-preview-bar">
        <nav className="tabs" aria-label="Parts of the template">
          <ul className="tabs-list">
            {parts.map(({ id, label }) => (
              <li key={id}>
                <Link
                  className="tab"
                  to={to({ show: id })}
                  aria-current={id === shown.id ? "page" : undefined}
                  preventScrollReset
                  replace
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav className="template-widths" aria-label="Width">
          {widths.map(({ id, label, Icon }) => (
            <Link
              key={id}
              className="icon-button"
              to={to({ width: id })}
              aria-label={label}
              title={label}
              aria-current={id === width.id ? "true" : undefined}
              preventScrollReset
              replace
            >
              <Icon className="icon" aria-hidden="true" />
            </Link>
          ))}
        </nav>
      </div>
      <div className="template-frame" data-width={width.id} data-part={shown.id}>
        <iframe src={shown.src} title={`${template.name}: ${shown.label}`} sandbox="" />
      </div>
    </section>
  );
}
