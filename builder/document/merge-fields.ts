/** Merge syntax of subjects and mails: {{name}} and {{name|fallback}}. */
export type MergeValues = Record<string, string | undefined>;

/** Fills plain text (subjects, text parts): no HTML escaping; line breaks become spaces when `singleLine`. */
export declare function fillText(
  template: string,
  values: MergeValues,
  options?: { singleLine?: boolean },
): string;
export declare function listMergeFields(template: string): string[];
