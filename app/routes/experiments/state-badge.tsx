import { Badge } from "~/components/ui/badge";

export const stateBadge = (state: string, outcome: string) =>
  state === "running" ? (
    <Badge tone="good">Running</Badge>
  ) : state === "draft" ? (
    <Badge>Draft</Badge>
  ) : (
    <Badge tone="info">{outcome === "promoted" ? "Ended, challenger promoted" : "Ended, page kept"}</Badge>
  );
