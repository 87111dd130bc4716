/** Two faces that go well together: one for headings, one for text. */
export interface TypePair {
  name: string;
  /** Family names; several are tried in order, as on devices that lack the first. */
  display: string;
  text: string;
  /** Of headings. */
  weight: number;
  tracking: string;
  leading: number;
}

const systemSans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const systemSerif = '"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif';
const systemRound =
  'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Quicksand,Nunito,"Segoe UI",sans-serif';
const systemMono = 'ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace';

const sans = (name: string): string => `"${name}","${name} stand",system-ui,sans-serif`;
const serif = (name: string): string => `"${name}","${name} stand",Georgia,serif`;
const mono = (name: string): string => `"${name}","${name} stand",ui-monospace,monospace`;

const pair = (
  name: string,
  display: string,
  text: string,
  [weight, tracking, leading]: [number, string, number],
): TypePair => ({ name, display, text, weight, tracking, leading });

/** The pairs a page may choose; the last four need no file at all. */
export const typePairs = {
  editorial: pair("Editorial", serif("Fraunces"), sans("Inter"), [600, "-.022em", 1.08]),
  gallery: pair("Gallery", serif("Instrument Serif"), sans("Instrument Sans"), [400, "-.015em", 1.04]),
  modern: pair("Modern", sans("Space Grotesk"), sans("DM Sans"), [600, "-.03em", 1.08]),
  friendly: pair("Friendly", sans("Bricolage Grotesque"), sans("Figtree"), [700, "-.025em", 1.05]),
  classic: pair("Classic", serif("Playfair Display"), sans("Public Sans"), [600, "-.012em", 1.12]),
  soft: pair("Soft", sans("Fredoka"), sans("Nunito"), [600, "-.01em", 1.1]),
  heavy: pair("Heavy", sans("Archivo Black"), sans("Work Sans"), [400, "-.025em", 1.02]),
  poster: pair("Poster", sans("Anton"), sans("Hanken Grotesk"), [400, ".004em", 1.02]),
  elegant: pair("Elegant", serif("Cormorant Garamond"), sans("Karla"), [600, "-.012em", 1.05]),
  literary: pair("Literary", serif("Gloock"), serif("Lora"), [400, "-.012em", 1.1]),
  technical: pair("Technical", mono("JetBrains Mono"), sans("Public Sans"), [600, "-.04em", 1.14]),
  future: pair("Future", sans("Unbounded"), sans("Manrope"), [600, "-.035em", 1.12]),
  warm: pair("Warm", serif("Young Serif"), sans("Hanken Grotesk"), [400, "-.014em", 1.1]),
  clean: pair("Clean", sans("Plus Jakarta Sans"), sans("Plus Jakarta Sans"), [700, "-.03em", 1.1]),
  sturdy: pair("Sturdy", sans("Oswald"), sans("Karla"), [600, "-.005em", 1.1]),
  bookish: pair("Bookish, nothing loaded", systemSerif, systemSans, [600, "-.012em", 1.15]),
  plain: pair("Plain, nothing loaded", systemSans, systemSans, [650, "-.018em", 1.12]),
  rounded: pair("Rounded, nothing loaded", systemRound, systemRound, [650, "-.01em", 1.15]),
  typewriter: pair("Typewriter, nothing loaded", systemMono, systemSans, [600, "-.03em", 1.15]),
} as const;

export type TypePairId = keyof typeof typePairs;

export const isTypePair = (id: unknown): id is TypePairId =>
  typeof id === "string" && Object.hasOwn(typePairs, id);

const plain = (value: string): string => value.replace(/["'\s]/g, "");

/** The pair with these faces, however they are written. */
export const findTypePair = (display: string, text: string): TypePairId | undefined =>
  (Object.keys(typePairs) as TypePairId[]).find(
    (id) => plain(typePairs[id].display) === plain(display) && plain(typePairs[id].text) === plain(text),
  );

/** Of a pair without files: the face that comes nearest where shapes are needed. */
const nearest: Partial<Record<TypePairId, string>> = {
  bookish: "fraunces",
  plain: "plus-jakarta-sans",
  rounded: "fredoka",
  typewriter: "jetbrains-mono",
};

/** Name of the face, in builder/faces, that draws the headings of this pair. */
export const shareFace = (id: TypePairId): string =>
  nearest[id] ??
  (/^"([^"]+)"/.exec(typePairs[id].display)?.[1] ?? "fraunces").toLowerCase().replaceAll(" ", "-");
