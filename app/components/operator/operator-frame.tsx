import type { ReactNode } from "react";
import { PublicFrame } from "~/components/frame/public-frame";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Tabs } from "~/components/ui/tabs";

const tabs = [
  { to: "/operator", label: "Workspaces", end: true },
  { to: "/operator/notices", label: "Reports" },
  { to: "/operator/jobs", label: "Failed work" },
  { to: "/operator/deleted", label: "Deleted" },
  { to: "/operator/instance", label: "Instance" },
];

/** The rooms of the operator, who runs this instance. */
export const OperatorFrame = ({ children }: { children: ReactNode }) => (
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
      <Tabs label="Instance" tabs={tabs} />
      {children}
    </Stack>
  </PublicFrame>
);
