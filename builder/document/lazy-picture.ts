/** Where scripts of other builders keep the address of a picture that they load later. */
const names = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-lazy",
  "data-src-desktop-1x",
  "data-src-desktop-2x",
  "data-src-mobile-1x",
  "data-srcset",
  "data-lazy-srcset",
];

/** The address of a picture whose `src` only keeps its place until a script comes, which never comes here. */
export function lazySource(attribute: (name: string) => string | undefined): string | undefined {
  const src = attribute("src")?.trim() ?? "";
  if (src !== "" && !/^(?:data:|about:blank)/i.test(src)) return undefined;
  for (const name of names) {
    const [first = ""] = (attribute(name) ?? "").trim().split(/,\s+|\s+/);
    if (first !== "" && !/^data:/i.test(first)) return first;
  }
  return undefined;
}
