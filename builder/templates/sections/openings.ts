import { type FormContent, form } from "./form";
import { each, words } from "./words";

interface Poster {
  eyebrow: string;
  title: string;
  lead: string;
  action: string;
  facts: string[];
}

/** Huge words on the brand's colour, with the facts in a strip below. */
export const openingPoster = ({ eyebrow, title, lead, action, facts }: Poster): string =>
  `<section class="poster"><div class="wrap"><p class="poster-eyebrow">${words(eyebrow)}</p><h1>${words(title)}</h1><div class="poster-foot"><p class="poster-lead">${words(lead)}</p><a class="button" href="#form">${words(action)}</a></div></div></section><div class="strip"><ul class="wrap strip-list">${each(facts, (fact) => `<li>${words(fact)}</li>`)}</ul></div>`;

/** A picture as wide as the page, with a card that stands into it. */
export const openingScene = ({ eyebrow, title, lead, action }: Omit<Poster, "facts">, art: string): string =>
  `<section class="scene"><div class="scene-art">${art.replace("<svg ", '<svg preserveAspectRatio="xMidYMid slice" ')}</div><div class="wrap"><div class="scene-card"><p class="eyebrow">${words(eyebrow)}</p><h1>${words(title)}</h1><p class="lead">${words(lead)}</p><div class="actions"><a class="button" href="#form">${words(action)}</a></div></div></div></section>`;

/** As the first page of a magazine: a narrow column of facts beside a large title. */
export const openingMagazine = ({ eyebrow, title, lead, action, facts }: Poster, art: string): string =>
  `<section class="section magazine"><div class="wrap"><p class="magazine-head">${words(eyebrow)}</p><h1>${words(title)}</h1><div class="magazine-grid"><ul class="magazine-facts">${each(facts, (fact) => `<li>${words(fact)}</li>`)}</ul><div><p class="lead">${words(lead)}</p><div class="actions"><a class="button" href="#form">${words(action)}</a></div></div>${art}</div></div></section>`;

/** Dark ground, words in the middle and the form as one line below them. */
export const openingNight = (
  { eyebrow, title, lead }: Pick<Poster, "eyebrow" | "title" | "lead">,
  content: FormContent,
  art: string,
): string =>
  `<section class="section night"><div class="wrap center"><p class="night-eyebrow">${words(eyebrow)}</p><h1>${words(title)}</h1><p class="night-lead">${words(lead)}</p><div class="night-form">${form(content)}</div>${art}</div></section>`;

export const openingsCss = `.poster{background:var(--accent);color:var(--accent-ink);padding:calc(var(--space)*clamp(3.5rem,8vw,8rem)) clamp(1.25rem,4vw,3rem) clamp(2.5rem,5vw,4rem)}
.poster h1{font-size:clamp(3rem,1rem + 9vw,8.5rem);max-width:14ch;margin:0}
.poster-eyebrow{font-weight:650;margin:0 0 1.25rem}
.poster-foot{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;justify-content:space-between;align-items:end;margin-top:2.5rem}
.poster-lead{max-width:34rem;font-size:1.1875rem;margin:0}
.poster .button{background:var(--accent-ink);color:var(--accent)}
.poster :focus-visible{outline-color:var(--accent-ink)}
.strip{background:var(--ink);color:var(--paper);padding:1.1rem clamp(1.25rem,4vw,3rem)}
.strip-list{list-style:none;padding:0;display:grid;grid-template-columns:repeat(2,auto);gap:.5rem 2.5rem;justify-content:space-between;font-weight:600}
@media (min-width:48rem){.strip-list{display:flex;flex-wrap:wrap}}
.strip-list li{margin:0}
.scene-art{overflow:hidden}
.scene-art .art{border-radius:0;width:100%;height:clamp(15rem,42vw,34rem);object-fit:cover}
.scene .wrap{padding-inline:clamp(1.25rem,4vw,3rem);max-width:calc(var(--width) + 6rem)}
.scene-card{position:relative;background:var(--surface);border-radius:var(--radius);padding:clamp(1.75rem,4vw,3.5rem);max-width:40rem;margin-top:clamp(-11rem,-12vw,-4rem);box-shadow:0 30px 70px -40px rgb(20 20 30 / .5)}
.magazine-head{display:flex;border-block:1px solid var(--ink);padding:.6rem 0;margin:0 0 1.75rem;font-weight:600;font-size:.9375rem}
.magazine h1{font-size:clamp(2.75rem,1rem + 7vw,6.5rem);margin:0 0 .45em}
.magazine-grid{display:grid;gap:2rem clamp(2rem,4vw,4rem);align-items:start}
.magazine-facts{list-style:none;padding:0;margin:0}
.magazine-facts li{border-bottom:1px solid var(--line);padding:.6rem 0;margin:0}
@media (min-width:56rem){.magazine-grid{grid-template-columns:.7fr 1.2fr 1fr}}
.night{background:var(--ink);color:var(--paper);overflow:hidden}
.night h1{font-size:clamp(2.5rem,1.2rem + 5vw,5.25rem);max-width:18ch;margin-inline:auto}
.night-eyebrow{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:.3rem 1rem;font-size:.875rem;font-weight:600;margin:0 0 1.5rem}
.night-lead{max-width:38rem;margin:0 auto 2rem;font-size:1.1875rem}
.night-form{max-width:30rem;margin:0 auto 3rem;color:var(--ink)}
.night .art{max-width:58rem;margin-inline:auto}
.night :focus-visible{outline-color:var(--second)}`;
