import type { Pair } from "./sections";
import { each, words } from "./words";

/** Times on the left, what happens on the right. */
export const schedule = (heading: string, rows: Pair[]): string =>
  `<section class="section"><div class="wrap"><h2>${words(heading)}</h2><dl class="schedule">${each(
    rows,
    ([time, what]) => `<div><dt>${words(time)}</dt><dd>${words(what)}</dd></div>`,
  )}</dl></div></section>`;

/** Dishes or services with their prices at the end of a dotted line. */
export const priceList = (heading: string, lead: string, rows: Pair[]): string =>
  `<section class="section tinted"><div class="wrap narrow"><h2 class="center">${words(heading)}</h2><p class="lead center">${words(lead)}</p><dl class="prices">${each(
    rows,
    ([what, price]) => `<div><dt>${words(what)}</dt><dd>${words(price)}</dd></div>`,
  )}</dl></div></section>`;

/** Cards of different sizes, the first the largest. */
export const bento = (heading: string, items: Pair[]): string =>
  `<section class="section"><div class="wrap"><h2>${words(heading)}</h2><div class="bento">${each(
    items,
    ([title, text]) => `<div class="bento-card"><h3>${words(title)}</h3><p>${words(text)}</p></div>`,
  )}</div></div></section>`;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? "")
    .join("");

/** People with a round sign of their initials, to be exchanged for their pictures. */
export const people = (heading: string, items: [name: string, role: string][]): string =>
  `<section class="section"><div class="wrap"><h2>${words(heading)}</h2><ul class="people">${each(
    items,
    ([name, role]) =>
      `<li class="person"><span class="person-sign" aria-hidden="true">${words(initials(name))}</span><strong>${words(name)}</strong><span class="small">${words(role)}</span></li>`,
  )}</ul></div></section>`;

/** A long text in two columns under a large first line. */
export const story = (heading: string, paragraphs: string[]): string =>
  `<section class="section"><div class="wrap story"><h2>${words(heading)}</h2><div class="story-text">${each(paragraphs, (text) => `<p>${words(text)}</p>`)}</div></div></section>`;

/** Work done, as numbered rows. */
export const works = (heading: string, items: Pair[]): string =>
  `<section class="section"><div class="wrap"><h2>${words(heading)}</h2><ol class="works">${each(
    items,
    ([title, text]) => `<li><h3>${words(title)}</h3><p>${words(text)}</p></li>`,
  )}</ol></div></section>`;

export const partsCss = `.schedule{margin:2rem 0 0;border-top:2px solid var(--ink)}
.schedule div{display:grid;gap:.25rem 2rem;padding:1.1rem 0;border-bottom:1px solid var(--line)}
.schedule dt{font-family:var(--display);font-weight:var(--display-weight);font-size:1.25rem}
.schedule dd{margin:0;font-size:1.125rem}
@media (min-width:40rem){.schedule div{grid-template-columns:11rem 1fr;align-items:baseline}}
.prices{margin:2.5rem 0 0;display:grid;gap:1.1rem}
.prices div{display:flex;gap:.75rem;align-items:baseline}
.prices dt{font-size:1.125rem;flex:1;display:flex;gap:.75rem;align-items:baseline}
.prices dt::after{content:"";flex:1;border-bottom:2px dotted var(--line)}
.prices dd{margin:0;font-weight:650}
.bento{display:grid;gap:1rem;margin-top:2rem}
.bento-card{background:var(--tint);border-radius:var(--radius);padding:clamp(1.5rem,3vw,2.25rem);display:flex;flex-direction:column;justify-content:end;min-height:11rem}
.bento-card p{margin:0;color:var(--ink-soft)}
.bento-card:first-child{background:var(--accent);color:var(--accent-ink)}
.bento-card:first-child p{color:inherit}
.bento-card:first-child h3{font-size:clamp(1.5rem,1.2rem + 1.6vw,2.25rem)}
@media (min-width:52rem){.bento{grid-template-columns:repeat(4,1fr)}.bento-card:first-child{grid-column:span 2;grid-row:span 2}.bento-card:nth-child(4){grid-column:span 2}}
.people{list-style:none;padding:0;margin:2rem 0 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:2rem}
.person{display:grid;gap:.15rem;margin:0}
.person-sign{width:5.5rem;height:5.5rem;border-radius:50%;background:var(--ink);color:var(--paper);display:grid;place-items:center;font-family:var(--display);font-weight:var(--display-weight);font-size:1.75rem;margin-bottom:.75rem}
.person:nth-child(even) .person-sign{border-radius:var(--radius);background:var(--accent);color:var(--accent-ink)}
.story{display:grid;gap:1.5rem clamp(2rem,6vw,5rem)}
.story h2{font-size:clamp(2rem,1.4rem + 2.6vw,3.25rem);margin:0}
.story-text{font-size:1.125rem}
@media (min-width:52rem){.story{grid-template-columns:1fr 1.2fr}}
.works{list-style:none;padding:0;margin:2rem 0 0;counter-reset:work;border-top:1px solid var(--ink)}
.works li{counter-increment:work;display:grid;gap:.25rem 2rem;padding:1.5rem 0;border-bottom:1px solid var(--line);margin:0}
.works h3{margin:0;font-size:clamp(1.5rem,1.2rem + 1.4vw,2.25rem)}
.works h3::before{content:counter(work,decimal-leading-zero);font-size:1rem;color:var(--accent);margin-inline-end:.9rem}
.works p{margin:0;color:var(--ink-soft)}
@media (min-width:48rem){.works li{grid-template-columns:1fr 1fr;align-items:center}}`;
