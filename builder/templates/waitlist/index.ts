import { features } from "../../blocks/features";
import { footer as footerBlock } from "../../blocks/footer";
import { hero } from "../../blocks/hero";
import { steps } from "../../blocks/steps";
import { week } from "../sections/art";
import { email } from "../sections/form";
import { featureList, footer, openingOverForm, stepList } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "You are on the list. We will write once, when it opens.";

const sign = `<svg class="sign" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="18" fill="#f2c14e"/><path d="M20 50V30a12 12 0 0 1 24 0v20z" fill="#141a2b"/><circle cx="38" cy="41" r="2" fill="#f2c14e"/></svg>`;

export const waitlist = defineTemplate({
  id: "waitlist",
  name: "Waiting list",
  goal: "Launch",
  description: "One bold line and one field, for something that does not exist yet.",
  title: "The calendar that leaves you alone",
  metaDescription: "A calendar that keeps your mornings free. Join the waiting list and try it first.",
  thankYou,
  welcome: { text: "You are on the list. We write once, on the day it opens, and not before." },
  look: { type: "modern", radius: 14 },
  colours: { second: "#f59e0b" },
  tokens: {
    "--accent": "#f2c14e",
    "--accent-ink": "#141a2b",
    "--ink": "#f5f3ee",
    "--ink-soft": "#c0c5d2",
    "--paper": "#141a2b",
    "--surface": "#1d2540",
    "--tint": "#1a2138",
    "--line": "#343d5c",
  },
  blocks: [hero, features, steps, footerBlock],
  html: [
    openingOverForm(
      {
        eyebrow: "Opens in spring",
        title: "The calendar that leaves you alone",
        lead: "It keeps your mornings free, says no for you, and never rings. Be among the first to try it.",
      },
      {
        name: "Waiting list",
        fields: [email()],
        consent: "Write to me when it opens, and at most once a month until then.",
        button: "Put me on the list",
        thankYou,
      },
      sign,
    ),
    `<div class="section preview"><div class="wrap">${week({ ground: "#1d2540", one: "#2b3560", two: "#c0c5d2", three: "#f2c14e" })}</div></div>`,
    featureList("What it does not do", [
      ["quiet", "It does not ring", "Changes wait until you look. You look when you are done."],
      ["lock", "It does not share", "Others see when you are free, never what you do."],
      ["calendar", "It does not fill up", "Half of each day stays empty unless you say otherwise."],
    ]),
    stepList("From here to there", [
      ["Today", "You leave an address. That is all we ask."],
      ["In winter", "A hundred people from the list try it and tell us what hurts."],
      ["In spring", "It opens, in the order of the list."],
    ]),
    footer("Quiet Calendar", "8 Harbour Row, Bristol"),
  ].join("\n"),
  css: `.hero h1{font-weight:750;letter-spacing:-.03em}
.sign{display:block;margin:0 auto 2rem}
.form-below{max-width:30rem;margin-top:2.5rem}
.preview{padding-top:0}
.art{display:block;width:100%;height:auto;border-radius:20px}
.step::before{font-weight:700}
.button:hover{filter:brightness(.94)}`,
});
