/**
 * The canvas of the editor inherits this policy, and shows what customers wrote: scripts run by nonce only, never by
 * where they come from. GrapesJS sets styles while dragging, so inline styles are allowed on this page alone.
 */
export const editorCsp = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
