import { ActionForm } from "~/components/ui/action-form";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import type { ExperimentState } from "~/domain/experiments/experiment";

/** Starts it, and ends it. */
export function ExperimentActs({ state }: { state: ExperimentState }) {
  if (state === "draft") {
    return (
      <ActionForm id="start" className="contents" withoutSummary>
        <input type="hidden" name="act" value="start" />
        <SubmitButton pendingLabel="Publishing">Publish and start</SubmitButton>
      </ActionForm>
    );
  }
  if (state !== "running") return null;
  return (
    <Sure
      label="Stop"
      spoken="Stop the experiment"
      words="Everybody sees the page as it is from now on. The experiment ends with what it has counted, and cannot go on afterwards."
    >
      <ActionForm id="stop" className="contents" withoutSummary>
        <input type="hidden" name="act" value="stop" />
        <SubmitButton tone="danger" small pendingLabel="Publishing">
          Stop and keep the page
        </SubmitButton>
      </ActionForm>
    </Sure>
  );
}
