import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Wordmark } from "./doorway-mark";
import { DoorwayScene } from "./doorway-scene";

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Under the doorway, on a wide screen. */
  saying?: string;
  /** Under the form: the other way in. */
  foot?: ReactNode;
}

/** Sign-in, sign-up, reset, invitation: the doorway beside one short form. */
export function AuthFrame({ title, lead, children, foot, saying = "Come in." }: Props) {
  return (
    <div className="auth">
      <aside className="auth-room" aria-hidden="true">
        <DoorwayScene className="auth-scene" />
        <p className="auth-saying display">{saying}</p>
      </aside>
      <main className="auth-main" id="main">
        <div className="auth-box">
          <Link to="/" className="auth-home" aria-label="Foyer, start page">
            <Wordmark />
          </Link>
          <div className="stack stack-2">
            <h1 className="page-title">{title}</h1>
            {lead && <div className="soft">{lead}</div>}
          </div>
          {children}
          {foot && <div className="auth-foot">{foot}</div>}
        </div>
      </main>
    </div>
  );
}
