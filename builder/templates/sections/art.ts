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

/** A gate with steps: a house one enters. */
export const archway = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" fill="${ground}"/><path d="M120 400V190a120 120 0 0 1 240 0v210z" fill="${one}"/><path d="M165 400V200a75 75 0 0 1 150 0v200z" fill="${two}"/><path d="M205 400V212a35 35 0 0 1 70 0v188z" fill="${three}"/><path d="M60 400h360v-22H60zM90 378h300v-18H90z" fill="${one}" opacity=".35"/>`,
  );

/** A telephone with a list of fruit. */
export const phone = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><circle cx="390" cy="90" r="70" fill="${three}"/><g transform="rotate(5 240 220)"><rect x="145" y="34" width="196" height="390" rx="32" fill="${one}"/><rect x="157" y="48" width="172" height="362" rx="22" fill="#ffffff"/><rect x="177" y="76" width="90" height="15" rx="7.5" fill="${one}"/><rect x="177" y="110" width="132" height="92" rx="14" fill="${two}"/><circle cx="243" cy="158" r="29" fill="${three}"/><path d="M243 129c4-14 14-17 24-17-1 11-11 17-24 17z" fill="${one}"/><g fill="${ground}"><rect x="177" y="218" width="132" height="46" rx="12"/><rect x="177" y="274" width="132" height="46" rx="12"/></g><g fill="${one}"><circle cx="199" cy="241" r="11"/><circle cx="199" cy="297" r="11"/><rect x="220" y="236" width="62" height="9" rx="4.5"/><rect x="220" y="292" width="48" height="9" rx="4.5"/></g></g>`,
  );

/** A laid table under a lamp. */
export const table = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" fill="${ground}"/><path d="M240 0v90" stroke="${two}" stroke-width="4"/><path d="M190 122a50 44 0 0 1 100 0z" fill="${two}"/><path d="M190 122h100l90 170H100z" fill="${two}" opacity=".22"/><ellipse cx="240" cy="312" rx="205" ry="56" fill="${three}"/><ellipse cx="240" cy="306" rx="66" ry="19" fill="${one}"/><ellipse cx="240" cy="302" rx="40" ry="11" fill="${two}"/><path d="M128 250h34l-6 34a11 11 0 0 1-22 0zM318 250h34l-6 34a11 11 0 0 1-22 0z" fill="${one}"/><path d="M145 292v18M335 292v18" stroke="${one}" stroke-width="5"/>`,
  );

/** Roofs of a street. */
export const houses = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" fill="${ground}"/><circle cx="388" cy="82" r="44" fill="${three}"/><path d="M20 400V230l80-70 80 70v170z" fill="${two}"/><path d="M160 400V170l90-82 90 82v230z" fill="${one}"/><path d="M330 400V236l70-60 70 60v164z" fill="${two}"/><path d="M228 400v-84a22 22 0 0 1 44 0v84z" fill="${three}"/><g fill="${ground}"><rect x="196" y="204" width="36" height="46"/><rect x="268" y="204" width="36" height="46"/><rect x="70" y="256" width="28" height="38"/><rect x="110" y="256" width="28" height="38"/><rect x="386" y="262" width="28" height="38"/></g>`,
  );

/** A book that stands open. */
export const book = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" fill="${ground}"/><circle cx="240" cy="150" r="112" fill="${three}"/><path d="M240 130c-50-34-110-38-168-20v214c58-18 118-14 168 20z" fill="${one}"/><path d="M240 130c50-34 110-38 168-20v214c-58-18-118-14-168 20z" fill="${two}"/><path d="M104 160c36-8 72-4 104 12M104 200c36-8 72-4 104 12M104 240c36-8 72-4 104 12" stroke="${ground}" stroke-width="7" stroke-linecap="round" fill="none"/><path d="M272 172c32-16 68-20 104-12M272 212c32-16 68-20 104-12" stroke="${ground}" stroke-width="7" stroke-linecap="round" fill="none"/>`,
  );

/** A tiled roof with a ladder at its eaves. */
export const roof = ({ ground, one, two, three }: ArtColours): string => {
  const rows = [0, 1, 2, 3].map((row) => {
    const y = 120 + row * 46;
    const half = 62 + row * 46;
    const count = 3 + row * 2;
    const width = (half * 2) / count;
    return Array.from({ length: count }, (_unused, index) => {
      const x = 240 - half + index * width;
      const colour = (index + row) % 5 === 3 ? three : (index + row) % 2 === 0 ? one : two;
      return `<path d="M${Math.round(x)} ${y}h${Math.round(width)}v34a${Math.round(width / 2)} 20 0 0 1-${Math.round(width)} 0z" fill="${colour}"/>`;
    }).join("");
  });
  return drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><circle cx="86" cy="86" r="36" fill="${three}"/><path d="M300 70h40v80h-40z" fill="${one}"/><path d="M294 62h52v16h-52z" fill="${two}"/><path d="M60 318h360v82H60z" fill="#ffffff"/><path d="M172 112h136l112 206H60z" fill="${one}"/>${rows.reverse().join("")}<path d="M128 400l44-150M164 400l44-150M138 366h36M148 332h36M158 298h36" stroke="${three}" stroke-width="9" stroke-linecap="round"/><path d="M300 336h62v64h-62z" fill="${two}"/>`,
  );
};

/** A lamp, a chair and a wheel on a bench. */
export const bench = ({ ground, one, two, three }: ArtColours): string =>
  drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><path d="M96 66l104 190H8z" transform="translate(34 40)" fill="${three}" opacity=".3"/><path d="M150 296V196l-62-66" stroke="${one}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M58 148a46 46 0 0 1 66-58z" fill="${two}"/><rect x="118" y="286" width="64" height="14" rx="7" fill="${one}"/><g stroke="${two}" fill="none"><circle cx="374" cy="214" r="76" stroke-width="13"/><path d="M374 142v144M302 214h144M323 163l102 102M425 163L323 265" stroke-width="4"/></g><circle cx="374" cy="214" r="14" fill="${one}"/><path d="M222 120v178M222 214h66v84M222 130h46v58h-46" stroke="${one}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M24 300h432v26H24z" fill="${one}"/><path d="M60 326h26v74H60zM394 326h26v74h-26z" fill="${one}" opacity=".75"/>`,
  );

/** Stairs, with a plane on one of their steps. */
export const stairs = ({ ground, one, two, three }: ArtColours): string => {
  const steps = [0, 1, 2, 3, 4].map((step) => {
    const x = 60 + step * 76;
    const y = 336 - step * 56;
    return `<path d="M${x} ${y}h${480 - x}v${400 - y}H${x}z" fill="${step % 2 === 0 ? one : two}"/><path d="M${x - 10} ${y}h100v14H${x - 10}z" fill="${three}"/>`;
  });
  return drawing(
    `<rect width="480" height="400" rx="24" fill="${ground}"/><circle cx="120" cy="110" r="54" fill="${three}" opacity=".55"/>${steps.join("")}<path d="M146 268v-22h20l10-16h14v16h30v22z" fill="#ffffff"/><path d="M204 246c-2-22 22-22 20 0z" fill="${one}"/>`,
  );
};

/** An open letter. */
export const letter = ({ ground, one, two, three }: ArtColours): string =>
  `<svg class="art" viewBox="0 0 640 300"><rect width="640" height="300" rx="20" fill="${ground}"/><circle cx="520" cy="84" r="42" fill="${three}"/><path d="M170 150l150-96 150 96v150H170z" fill="${one}"/><rect x="206" y="72" width="228" height="210" rx="6" fill="#ffffff"/><rect x="232" y="100" width="96" height="14" rx="7" fill="${one}"/><path d="M236 138h168M236 160h168M236 182h120" stroke="${two}" stroke-width="8" stroke-linecap="round"/><path d="M170 156l150 92 150-92v144H170z" fill="${one}"/><path d="M170 300l122-70M470 300l-122-70" stroke="${two}" stroke-width="4"/><path d="M170 156l150 92 150-92" fill="none" stroke="${two}" stroke-width="4"/></svg>`;

/** A week with much room in it. */
export const week = ({ ground, one, two, three }: ArtColours): string => {
  const days = [0, 1, 2, 3, 4].map((day) => {
    const x = 52 + day * 174;
    const at = [220, 268, 236, 300, 252][day] ?? 220;
    return `<rect x="${x}" y="36" width="56" height="10" rx="5" fill="${two}" opacity=".6"/><rect x="${x}" y="70" width="158" height="${at - 86}" rx="14" fill="${one}"/><rect x="${x}" y="${at}" width="158" height="${day % 2 === 0 ? 62 : 40}" rx="14" fill="${day === 2 ? three : two}" opacity="${day === 2 ? 1 : 0.45}"/>`;
  });
  return `<svg class="art" viewBox="0 0 960 400"><rect width="960" height="400" rx="20" fill="${ground}"/>${days.join("")}<path d="M52 206h856" stroke="${three}" stroke-width="3" stroke-dasharray="2 12" stroke-linecap="round"/></svg>`;
};

/** A board of figures. */
export const board = ({ ground, one, two, three }: ArtColours): string =>
  `<svg class="art" viewBox="0 0 960 400"><rect width="960" height="400" rx="20" fill="${ground}"/><rect x="28" y="28" width="170" height="344" rx="12" fill="${one}" opacity=".25"/><g fill="${two}"><rect x="52" y="60" width="110" height="14" rx="7"/><rect x="52" y="100" width="80" height="10" rx="5" opacity=".6"/><rect x="52" y="130" width="96" height="10" rx="5" opacity=".6"/><rect x="52" y="160" width="70" height="10" rx="5" opacity=".6"/></g><path d="M240 300c60-10 90-120 150-110s80 90 140 60 80-150 150-150 110 60 220 20" stroke="${three}" stroke-width="9" fill="none" stroke-linecap="round"/><g fill="${one}"><rect x="240" y="330" width="60" height="42" rx="6"/><rect x="330" y="310" width="60" height="62" rx="6"/></g><circle cx="680" cy="100" r="14" fill="${three}"/></svg>`;
