/** Line drawings on a grid of 24, for what a list names. Decoration only. */
const shapes = {
  bolt: '<path d="M13 3L5 14h6l-1 7 8-11h-6z"/>',
  book: '<path d="M12 6C10 4.5 7 4 4 4v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14"/>',
  calendar: '<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/>',
  cap: '<path d="M2 9l10-5 10 5-10 5zM6 11.500V16c3 2.5 9 2.5 12 0v-4.500M22 9v6"/>',
  chair: '<path d="M7 3v18M7 13h10v8M7 5h3v8"/>',
  chat: '<path d="M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>',
  cup: '<path d="M4 9h12v5a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a2.5 2.5 0 0 1 0 5h-2M8 3v2M12 3v2"/>',
  drop: '<path d="M12 3c4 5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2-6 6-11zM9 14a3 3 0 0 0 3 3"/>',
  hammer: '<path d="M3 9l6-6 4 4-6 6zM10 10l10 10"/>',
  heart: '<path d="M12 20C5 15 3 12 3 8.500A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 9 1.500C21 12 19 15 12 20z"/>',
  home: '<path d="M4 20V10l8-6 8 6v10z"/><path d="M10 20v-6h4v6"/>',
  leaf: '<path d="M6 18C4 10 9 4 20 4c0 11-6 16-14 14zM4 21c2-5 5-8 9-10"/>',
  list: '<path d="M4 6l1.5 1.500L8 5M4 12l1.5 1.500L8 11M4 18l1.5 1.500L8 17M12 6h8M12 12h8M12 18h8"/>',
  lock: '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M4 7l8 6 8-6"/>',
  microphone:
    '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3M9 21h6"/>',
  paper: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M3 20c0-4 2.5-6 6-6s6 2 6 6M16 5a3.5 3.5 0 0 1 0 6.500M18 14.500c2 .8 3 2.7 3 5.5"/>',
  pin: '<path d="M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11z"/><circle cx="12" cy="10" r="2.5"/>',
  quiet: '<path d="M6 16v-5a6 6 0 0 1 9-5M18 10v6H9M10 20h4M4 4l16 16"/>',
  shield: '<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/><path d="M9 12l2 2 4-4"/>',
  spark:
    '<path d="M12 3v4M12 17v4M3 12h4M17 12h4M6 6l2.5 2.500M15.5 15.500L18 18M18 6l-2.5 2.500M6 18l2.5-2.5"/>',
  tag: '<path d="M4 4h7l9 9-7 7-9-9z"/><circle cx="8.5" cy="8.5" r="1"/>',
  train:
    '<rect x="6" y="3" width="12" height="14" rx="3"/><path d="M6 11h12M9 14h.01M15 14h.01M8 21l2-4M16 21l-2-4"/>',
  van: '<path d="M2 6h12v11H2zM14 10h4l4 4v3h-8z"/><circle cx="7" cy="17.5" r="2"/><circle cx="17" cy="17.5" r="2"/>',
  weather: '<path d="M7 15a4 4 0 0 1 1-8 5 5 0 0 1 9.5 2A3 3 0 0 1 17 15zM8 18l-1 2M12 18l-1 2M16 18l-1 2"/>',
} as const;

export type Sign = keyof typeof shapes;

export const sign = (name: Sign): string =>
  `<svg class="feature-sign" viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${shapes[name]}</svg>`;
