import { attributeOf, childrenOf, isText, textIn } from "./component-tree";
import type { ProjectComponent } from "./project";

const isStep = (node: ProjectComponent): boolean => attributeOf(node, "data-step") !== undefined;

function outermostSteps(node: ProjectComponent): ProjectComponent[] {
  return childrenOf(node)
    .filter((child) => !isText(child))
    .flatMap((child) => (isStep(child) ? [child] : outermostSteps(child)));
}

const maxSteps = 20;

/** The steps of a form in order; none when it has fewer than two. */
export function stepsOf(form: ProjectComponent): ProjectComponent[] {
  const steps = outermostSteps(form).slice(0, maxSteps);
  return steps.length < 2 ? [] : steps;
}

export function stepTitle(step: ProjectComponent, index: number): string {
  const heading = childrenOf(step).find((child) => /^(?:legend|h[1-6])$/.test(child.tagName ?? ""));
  const title = attributeOf(step, "data-step")?.trim() || (heading ? textIn(heading) : "");
  return (title || String(index + 1)).slice(0, 120);
}
