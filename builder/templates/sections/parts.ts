import { bento as bentoBlock } from "../../blocks/bento";
import { people as peopleBlock } from "../../blocks/people";
import { priceList as priceListBlock } from "../../blocks/price-list";
import { schedule as scheduleBlock } from "../../blocks/schedule";
import { story as storyBlock } from "../../blocks/story";
import { works as worksBlock } from "../../blocks/works";
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

/** The rules of these parts are those of the sections that the editor offers. */
export const partsCss = [scheduleBlock, priceListBlock, bentoBlock, peopleBlock, storyBlock, worksBlock]
  .map(({ css }) => css)
  .join("\n");
