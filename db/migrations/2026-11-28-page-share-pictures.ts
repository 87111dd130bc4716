import { addColumn, type Migration } from "./step";

export const pageSharePicturesMigrations: readonly Migration[] = [
  addColumn("page_listings", "share_file_id", "ascii(26)", ""),
];
