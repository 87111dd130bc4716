/** One format of a picture, from narrow to wide. */
export interface PictureSource {
  type: string;
  candidates: { src: string; width: number }[];
}

/** What is known of a picture of our own. */
export interface PagePicture {
  /** Of the rendition that the page names. */
  width: number;
  height: number;
  /** The best format first; empty where there is only the one that the page names. */
  sources: PictureSource[];
  /** For browsers that read none of these formats. */
  plain?: string;
}
