import { defaultTheme, type PageTheme, themeCss } from "../document/page-theme";

export const tokensCss = (theme: PageTheme = defaultTheme): string => themeCss(theme);

/** What every block builds on. Comes after the tokens and before the rules of blocks. */
export const baseCss = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--font);font-size:1.0625rem;line-height:1.65}
h1,h2,h3{font-family:var(--display);font-weight:var(--display-weight);line-height:var(--leading);letter-spacing:var(--tracking);text-wrap:balance;overflow-wrap:break-word;margin:0 0 .6em}
h1{font-size:clamp(2.25rem,1.4rem + 3.6vw,3.75rem)}
h2{font-size:clamp(1.7rem,1.25rem + 1.9vw,2.5rem)}
h3{font-size:1.25rem;line-height:1.25}
p{margin:0 0 1em;text-wrap:pretty}
ul,ol{margin:0 0 1em;padding-inline-start:1.25em}
li{margin:0 0 .35em}
img{max-width:100%;height:auto;display:block}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.section{padding:calc(var(--space)*clamp(3.25rem,2rem + 5vw,6.5rem)) clamp(1.25rem,4vw,3rem)}
.wrap{max-width:var(--width);margin-inline:auto}
.narrow{max-width:42rem}
.tinted{background:var(--tint)}
.call{background:var(--accent);color:var(--accent-ink)}
.call .lead{color:inherit}
.call .button{background:var(--accent-ink);color:var(--accent)}
.call :focus-visible{outline-color:var(--accent-ink)}
.center{text-align:center}
.lead{font-size:clamp(1.125rem,1rem + .5vw,1.3125rem);line-height:1.55;color:var(--ink-soft)}
.eyebrow{font-size:.8125rem;font-weight:650;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);margin:0 0 1em}
.small{font-size:.875rem;color:var(--ink-soft)}
.button{display:inline-block;padding:.85em 1.5em;border:0;border-radius:calc(var(--radius)*.75);background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:650;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer}
.button:hover{filter:brightness(1.12)}
.button-quiet{display:inline-block;padding:.85em .25em;font-weight:650;color:var(--accent)}
.actions{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin-top:1.75rem}
.center .actions{justify-content:center}
.card{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:clamp(1.25rem,3vw,2rem)}
.form{display:grid;gap:1.1rem;text-align:start}
.field{display:grid;gap:.35rem}
.field label,.form legend{font-size:.9375rem;font-weight:600}
.form fieldset{border:0;margin:0;padding:0;display:grid;gap:.4rem}
.form input,.form select,.form textarea{width:100%;min-height:3rem;padding:.7em .85em;border:1px solid #7d8590;border-radius:calc(var(--radius)*.6);background:var(--field,#fff);color:var(--field-ink,#1c2430);font:inherit;line-height:1.4}
.form input[type=checkbox],.form input[type=radio]{width:1.25rem;height:1.25rem;min-height:0;margin:.2rem 0 0;padding:0;flex:none;accent-color:var(--accent)}
.form textarea{min-height:8rem;resize:vertical}
.consent,.choice{display:flex;gap:.7rem;align-items:flex-start;font-size:.9375rem;line-height:1.5;min-height:1.75rem}
.form .button{width:100%;font-size:1.0625rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;
