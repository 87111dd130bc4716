import type { PublicLanguage } from "~/lib/public-language";
import { ar } from "./ar";
import { cs } from "./cs";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { hi } from "./hi";
import { it } from "./it";
import { nl } from "./nl";
import { pl } from "./pl";
import { pt } from "./pt";
import type { RecipientWords } from "./recipient-words";
import { sk } from "./sk";

export const recipientWords: Record<PublicLanguage, RecipientWords> = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  pt,
  pl,
  cs,
  sk,
  hi,
  ar,
};
