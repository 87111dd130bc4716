import { type Sign, sign } from "../../blocks/signs";
import { type FormContent, form } from "./form";
import { each, words } from "./words";

export interface Opening {
  eyebrow?: string;
  title: string;
  lead: string;
  ticks?: string[];
}

const openingWords = ({ eyebrow, title, lead, ticks }: Opening): string =>
  (eyebrow ? `<p class="eyebrow">${words(eyebrow)}</p>` : "") +
  `<h1>${words(title)}</h1><p class="lead">${words(lead)}</p>` +
  (ticks ? `<ul class="ticks">${each(ticks, (tick) => `<li>${words(tick)}</li>`)}</ul>` : "");

export const header = (name: string, action: string): string =>
  `<header class="head"><div class="wrap head-bar"><a class="head-name" href="#top">${words(name)}</a><a class="head-link" href="#form">${words(action)}</a></div></header>`;

/** Words on one side, form on the other. */
export const openingWithForm = (opening: Opening, content: FormContent, art = ""): string =>
  `<section class="section hero-split"><div class="wrap hero-grid"><div class="hero-words">${openingWords(opening)}${art}</div>${form(content)}</div></section>`;

/** Words in the middle, with the form below them in one column. */
export const openingOverForm = (opening: Opening, content: FormContent, art = ""): string =>
  `<section class="section hero"><div class="wrap narrow center">${art}${openingWords(opening)}</div><div class="wrap form-below">${form(content)}</div></section>`;

/** Words beside a drawing; the form comes further down. */
export const openingWithArt = (opening: Opening, action: string, art: string): string =>
  `<section class="section hero-split"><div class="wrap hero-grid"><div class="hero-words">${openingWords(opening)}<div class="actions"><a class="button" href="#form">${words(action)}</a></div></div>${art}</div></section>`;

export const formSection = (heading: string, lead: string, content: FormContent): string =>
  `<section class="section tinted"><div class="wrap form-box"><h2>${words(heading)}</h2><p class="lead">${words(lead)}</p>${form(content)}</div></section>`;

export type Pair = [title: string, text: string];

type Feature = [sign: Sign, title: string, text: string];

export const featureList = (heading: string, items: Feature[], tone = "tinted"): string =>
  `<section class="section ${tone}"><div class="wrap"><h2>${words(heading)}</h2><div class="features">${each(
    items,
    ([drawn, title, text]) =>
      `<div class="feature">${sign(drawn)}<h3>${words(title)}</h3><p>${words(text)}</p></div>`,
  )}</div></div></section>`;

export const stepList = (heading: string, items: Pair[]): string =>
  `<section class="section"><div class="wrap"><h2>${words(heading)}</h2><ol class="steps">${each(
    items,
    ([title, text]) => `<li class="step"><h3>${words(title)}</h3><p>${words(text)}</p></li>`,
  )}</ol></div></section>`;

export const questions = (heading: string, items: Pair[]): string =>
  `<section class="section"><div class="wrap narrow"><h2>${words(heading)}</h2><div class="questions">${each(
    items,
    ([title, text]) => `<details><summary>${words(title)}</summary><p>${words(text)}</p></details>`,
  )}</div></div></section>`;

export const quote = (text: string, name: string, role: string): string =>
  `<div class="section"><figure class="wrap narrow testimonial"><blockquote><p>${words(text)}</p></blockquote><figcaption><strong>${words(name)}</strong><span class="small">${words(role)}</span></figcaption></figure></div>`;

export const facts = (items: Pair[]): string =>
  `<div class="section facts-band"><div class="wrap"><dl class="figures">${each(
    items,
    ([label, figure]) => `<div><dt>${words(label)}</dt><dd>${words(figure)}</dd></div>`,
  )}</dl></div></div>`;

export const closing = (heading: string, lead: string, action: string): string =>
  `<section class="section call"><div class="wrap narrow center"><h2>${words(heading)}</h2><p class="lead">${words(lead)}</p><div class="actions"><a class="button" href="#form">${words(action)}</a></div></div></section>`;

export const footer = (name: string, address: string): string =>
  `<footer class="foot"><div class="wrap foot-grid"><p><strong>${words(name)}</strong><br>${words(address)}</p><p><a class="foot-link" href="#top">Back to top</a></p></div></footer>`;
