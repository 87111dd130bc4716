/** What an import was given, and what became of it. Safe for the browser. */
export const packageLimits = {
  /** As sent. */
  bytes: 12 * 1024 * 1024,
  htmlBytes: 2_000_000,
  pictures: 100,
  fonts: 20,
  zip: {
    entries: 2000,
    fileBytes: 20 * 1024 * 1024,
    totalBytes: 100 * 1024 * 1024,
    ratio: 100,
    ratioFrom: 1024 * 1024,
  },
} as const;

/** Something that is not on the page as it was in the file, with the lines of the files it stood in. */
export interface LeftOut {
  what: string;
  why: string;
  lines: { file: string; line: number; text: string }[];
}

export type ImportStep = "reading" | "pictures" | "fonts" | "page";

export interface ImportProgress {
  step: ImportStep;
  done: number;
  of: number;
}

export const stepWords: Record<ImportStep, { label: string; noun: string }> = {
  reading: { label: "Reading the file", noun: "files" },
  pictures: { label: "Keeping pictures", noun: "pictures" },
  fonts: { label: "Keeping fonts", noun: "fonts" },
  page: { label: "Making the page", noun: "pages" },
};

export interface ImportReport {
  /** Name of the HTML file that became the page. */
  file: string;
  pictures: number;
  fonts: number;
  styleSheets: number;
  forms: number;
  leftOut: LeftOut[];
}
