/** Drawings for openings: plain shapes in the colours of a template. Decoration only. */
export interface ArtColours {
  ground: string;
  one: string;
  two: string;
  three: string;
}

const drawing = (shapes: string): string =>
  `<svg class="art" viewBox="0 0 480 400" width="480" height="400">${shapes}</svg>`;

/** A row of open doors, each further away. */
export const doors = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/>
<path d="M60 400V170a100 100 0 0 1 200 0v230z" fill="${one}"/><path d="M200 400V220a80 80 0 0 1 160 0v180z" fill="${two}"/><path d="M320 400V270a55 55 0 0 1 110 0v130z" fill="${three}"/>
<circle cx="236" cy="290" r="7" fill="${ground}"/><circle cx="340" cy="310" r="6" fill="${ground}"/><circle cx="414" cy="335" r="5" fill="${ground}"/>`,
  );

/** A sun over hills. */
export const hills = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><circle cx="330" cy="130" r="62" fill="${three}"/>
<path d="M0 290C90 210 190 210 280 270S430 330 480 280v96a24 24 0 0 1-24 24H24a24 24 0 0 1-24-24z" fill="${two}"/><path d="M0 340c120-60 220-50 310-14s130 24 170 4v46a24 24 0 0 1-24 24H24a24 24 0 0 1-24-24z" fill="${one}"/>`,
  );

/** Sheets of paper on a table. */
export const sheets = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><g transform="rotate(-9 240 200)"><rect x="110" y="80" width="190" height="250" rx="10" fill="${two}"/></g>
<g transform="rotate(6 260 210)"><rect x="180" y="90" width="190" height="250" rx="10" fill="#ffffff"/><rect x="206" y="122" width="96" height="16" rx="8" fill="${one}"/><path d="M206 166h138M206 190h138M206 214h110" stroke="${three}" stroke-width="9" stroke-linecap="round"/><rect x="206" y="262" width="86" height="34" rx="17" fill="${one}"/></g>`,
  );

/** Voices: bars of a recording. */
export const sound = ({ ground, one, two, three }: ArtColours): string => {
  const heights = [60, 120, 190, 90, 240, 160, 280, 130, 210, 80, 150, 60];
  const bars = heights.map(
    (height, index) =>
      `<rect x="${54 + index * 32}" y="${200 - height / 2}" width="16" height="${height}" rx="8" fill="${[one, two, three][index % 3]}"/>`,
  );
  return drawing(`<rect width="480" height="400" rx="24" fill="${ground}"/>${bars.join("")}`);
};

/** Tiles, as of a shop front or a kitchen wall. */
export const tiles = ({ ground, one, two, three }: ArtColours): string => {
  const shapes = Array.from({ length: 20 }, (_unused, index) => {
    const x = 40 + (index % 5) * 80;
    const y = 40 + Math.floor(index / 5) * 80;
    const colour = [one, two, three][(index * 7 + Math.floor(index / 5)) % 3];
    return index % 2 === 0
      ? `<path d="M${x} ${y + 80}A80 80 0 0 1 ${x + 80} ${y}V${y + 80}z" fill="${colour}"/>`
      : `<circle cx="${x + 40}" cy="${y + 40}" r="30" fill="${colour}"/>`;
  });
  return drawing(`<rect width="480" height="400" rx="24" fill="${ground}"/>${shapes.join("")}`);
};
