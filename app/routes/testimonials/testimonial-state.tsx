import { Badge, type Tone } from "~/components/ui/badge";
import type { TestimonialState } from "~/domain/testimonials/testimonial";

const states: Record<TestimonialState, { tone: Tone; label: string }> = {
  draft: { tone: "neutral", label: "Not asked yet" },
  asked: { tone: "info", label: "Asked, no answer yet" },
  agreed: { tone: "good", label: "Agreed" },
  declined: { tone: "warn", label: "Did not agree" },
  withdrawn: { tone: "warn", label: "Consent withdrawn" },
};

export const TestimonialBadge = ({ state }: { state: TestimonialState }) => (
  <Badge tone={states[state].tone}>{states[state].label}</Badge>
);
