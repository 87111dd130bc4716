import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Wordmark } from "./doorway-mark";

export interface FootLink {
  to: string;
  label: string;
}

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  /** In the language of the page; English by default. */
  footLinks?: readonly FootLink[];
  footLabel?: string;
  startLabel?: string;
  /** Beside the mark, such as sign in. */
  end?: ReactNode;
  /** For tables and evidence; words stay narrow by themselves. */
  wide?: boolean;
}

const englishFoot: readonly FootLink[] = [
  { to: "/policies", label: "Policies" },
  { to: "/trust", label: "Trust" },
  { to: "/privacy-request", label: "Your data" },
  { to: "/abuse", label: "Report abuse" },
];

/** Pages of the platform that anybody may read. */
export function PublicFrame(props: Props) {
  const { title, lead, children, footLinks = englishFoot, end, wide } = props;
  const { footLabel = "About Foyer", startLabel = "Foyer, start page" } = props;
  return (
    <div className="public">
      <header className="public-head">
        <Link to="/" className="auth-home" aria-label={startLabel}>
          <Wordmark />
        </Link>
        {end}
      </header>
      <main id="main" className={wide ? "public-main public-main-wide" : "public-main"}>
        <h1 className="public-title display">{title}</h1>
        {lead && <div className="public-lead soft">{lead}</div>}
        {children}
      </main>
      <footer className="public-foot">
        <nav aria-label={footLabel}>
          <ul className="row">
            {footLinks.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}
