/** The one range that a Range header names; "none" when the whole is meant, "outside" when nothing of it is there. */
export type ByteRange = { from: number; to: number } | "none" | "outside";

/** Several ranges at once are answered with the whole, as RFC 9110 allows. */
export function readByteRange(header: string | undefined, length: number): ByteRange {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? "").trim());
  if (!found || (found[1] === "" && found[2] === "")) return "none";
  const [, first = "", last = ""] = found;
  if (first === "") {
    const wanted = Number(last);
    return wanted === 0 || length === 0 ? "outside" : { from: Math.max(0, length - wanted), to: length - 1 };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return "none";
  if (from >= length) return "outside";
  return { from, to: last === "" ? length - 1 : Math.min(Number(last), length - 1) };
}
