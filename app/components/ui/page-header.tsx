import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** One line under the title: state, date, what it is about. */
  lead?: ReactNode;
  /** The one primary action, at most two secondary ones before it. */
  actions?: ReactNode;
  back?: { to: string; label: string };
}

export function PageHeader({ title, lead, actions, back }: Props) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {back && (
          <Link className="page-back" to={back.to} prefetch="intent">
            <ArrowLeft className="icon flip" aria-hidden="true" />
            {back.label}
          </Link>
        )}
        <h1 className="page-title">{title}</h1>
        {lead && <div className="soft">{lead}</div>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}
