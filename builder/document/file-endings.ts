import type { FileKind } from "./form-definition";

const endings: Record<FileKind, string> = {
  pdf: ".pdf",
  image: ".jpg,.jpeg,.png,.webp,.gif",
  document: ".docx,.odt",
  sheet: ".xlsx,.ods",
  slides: ".pptx,.odp",
  text: ".txt,.csv",
};

export const acceptOf = (kinds: readonly FileKind[]): string => kinds.map((kind) => endings[kind]).join(",");
