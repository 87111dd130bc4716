/** For how many days a link can last. */
export const previewDays = [1, 7, 30] as const;
export type PreviewDays = (typeof previewDays)[number];

export const previewPasswordMinimum = 8;
export const previewPasswordMaximum = 256;
/** Of one page at once. */
export const mostPreviewLinks = 50;

/** Shows a page to people without an account, until it ends or is taken back. */
export interface PreviewLink {
  id: string;
  workspaceId: string;
  pageId: string;
  /** The version shown; empty for the page as saved. */
  versionId: string;
  hasPassword: boolean;
  expiresAt: number;
  openedAt: number | undefined;
  createdKind: string;
  createdBy: string;
  createdAt: number;
}
