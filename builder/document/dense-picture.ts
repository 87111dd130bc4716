/** One picture whose points are closer than its size says, in the words of `srcset`. */
export const inDensity = (src: string, density: number): string => `${src} ${Number(density.toFixed(3))}x`;

/** How close the points are where `srcset` names that one picture only. */
export function densityOf(srcset: string | undefined, src: string): number | undefined {
  const [address, said = "", ...more] = (srcset ?? "").trim().split(/\s+/);
  if (address !== src || more.length > 0) return undefined;
  const density = Number(/^(\d+(?:\.\d+)?)x$/.exec(said)?.[1]);
  return density > 0 ? density : undefined;
}
