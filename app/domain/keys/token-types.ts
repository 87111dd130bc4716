/**
 * THE list of what signed tokens are for, by the byte that they begin with: a token of one purpose is none for another.
 * Numbers stand in links and pages that outlive releases, so none is ever changed or used again.
 */
export const tokenTypes = {
  unsubscribe: 1,
  preferences: 2,
  open: 3,
  click: 4,
  form: 5,
  confirmation: 6,
  page: 9,
  certificate: 10,
  exportLink: 11,
  privacyRequest: 12,
  download: 20,
  previewLink: 21,
  previewPass: 22,
  addressChange: 23,
  testimonial: 30,
} as const;
