import type { ReactNode } from "react";
import { PublicFrame } from "~/components/frame/public-frame";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Tabs } from "~/components/ui/tabs";

const plans = { to: "/operator/plans", label: "Plans" };

const reports = { to: "/operator/notices", label: "Reports" };

const tabs = [
  { to: "/operator", label: "Workspaces", end: true },
  reports,
  { to: "/operator/jobs", label: "Failed work" },
  { to: "/operator/mail", label: "Mail" },
  { to: "/operator/deleted", label: "Deleted" },
  plans,
  { to: "/operator/instance", label: "Instance" },
];

/** The rooms of the operator, who runs this instance. */
interface Props {
  /** This instance takes payments. */
  paid: boolean;
  /** Reports and requests that wait for the operator. */
  open: number;
  children: ReactNode;
}

export const OperatorFrame = ({ paid, open, children }: Props) => (
  <PublicFrame
    title="This instance"
    end={
      <LinkButton to="/workspaces" tone="quiet">
        Your workspaces
      </LinkButton>
    }
    wide
  >
    <Stack gap={6}>
      <Tabs
        label="Instance"
        tabs={tabs
          .filter((tab) => paid || tab !== plans)
          .map((tab) => (tab === reports && open > 0 ? { ...tab, count: open } : tab))}
      />
      {children}
    </Stack>
  </PublicFrame>
);
