/** A document that cannot be taken. `path` says where in it, `message` is plain and safe to show. */
export class DocumentError extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(message);
    this.name = "DocumentError";
  }
}

/** What was left out while cleaning given material, and why, in plain words. */
export interface Removal {
  what: string;
  why: string;
}
