import type { ReactNode } from "react";

/** A row of controls over a list or a plot; `end` stands at the far side. */
export const Toolbar = ({ children, end }: { children: ReactNode; end?: ReactNode }) => (
  <div className="toolbar">
    {children}
    {end && <div className="toolbar-end">{end}</div>}
  </div>
);
