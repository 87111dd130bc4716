export const policyNames = ["acceptable-use", "terms", "privacy"] as const;
export type PolicyName = (typeof policyNames)[number];

/** Nobody works here without having accepted these. The privacy policy informs; it is not agreed to. */
export const policiesToAccept = ["acceptable-use", "terms"] as const satisfies readonly PolicyName[];

export interface PolicyVersion {
  policy: PolicyName;
  version: number;
  title: string;
  /** Paragraphs separated by blank lines; lines that begin with "- " are a list. */
  body: string;
  /** Asks for acceptance again. */
  material: boolean;
  publishedAt: number;
}

export const isPolicyName = (name: string): name is PolicyName =>
  (policyNames as readonly string[]).includes(name);

export type PolicyBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/** The parts of a policy text. A short paragraph without a full stop is a heading. */
export function policyBlocks(body: string): PolicyBlock[] {
  return body
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part): PolicyBlock => {
      const lines = part.split("\n");
      if (lines.every((each) => each.startsWith("- "))) {
        return { kind: "list", items: lines.map((each) => each.slice(2)) };
      }
      const heading = part.length <= 80 && !/[.:;?!]$/.test(part);
      return { kind: heading ? "heading" : "paragraph", text: lines.join(" ") };
    });
}
