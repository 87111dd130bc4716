import type { ReactNode } from "react";
import { DoorwayScene } from "~/components/frame/doorway-scene";

interface Props {
  title: string;
  /** What will be here, and the next good step. */
  children?: ReactNode;
  action?: ReactNode;
  /** A quiet one after a search that found nothing; without the picture. */
  plain?: boolean;
}

/** Where nothing is yet: teaches the next step. */
export function EmptyState({ title, children, action, plain }: Props) {
  return (
    <div className={plain ? "empty-state empty-state-plain" : "empty-state"}>
      {!plain && <DoorwayScene className="empty-state-scene" />}
      <h2 className="empty-state-title">{title}</h2>
      {children && <div className="empty-state-words">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  );
}
