/** A field and what is wrong with it, as one line of a list: a label that ends a sentence itself gets no colon. */
export function namedProblem(label: string, problem: string): string {
  const name = label.trim();
  if (name === "") return problem;
  if (/[?!\u061f\uff1f\uff01]$/.test(name)) return `${name} ${problem}`;
  return `${name.replace(/[\s.:,;\u060c\u061b\u3002\uff1a\u0964]+$/, "")}: ${problem}`;
}
