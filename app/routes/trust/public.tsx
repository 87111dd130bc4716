import type { MetaFunction } from "@remix-run/node";
import { PublicFrame } from "~/components/frame/public-frame";
import { PromiseList } from "~/components/trust/promise-list";
import { PromiseSummary } from "~/components/trust/promise-summary";
import { Stack } from "~/components/ui/layout";
import { promiseAreas, promises } from "~/domain/trust/promise-registry";

export const meta: MetaFunction = () => [
  { title: "Trust · Foyer" },
  { name: "description", content: "What Foyer promises, what is kept today, and by which code." },
];

export default function Trust() {
  return (
    <PublicFrame
      title="What we promise"
      lead="Each line is a promise with the code that keeps it. A promise counts as kept only when a test proves it; otherwise the build fails."
      wide
    >
      <Stack gap={8}>
        <PromiseSummary promises={promises} />
        <PromiseList areas={promiseAreas} />
      </Stack>
    </PublicFrame>
  );
}
