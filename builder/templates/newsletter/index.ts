import { commonBlocks, commonCss } from "../block-sets";
import { letter } from "../sections/art";
import { email } from "../sections/form";
import { facts, featureList, footer, header, openingOverForm, questions } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The next letter comes on Tuesday.";

export const newsletterSignUp = defineTemplate({
  id: "newsletter",
  name: "Newsletter sign-up",
  goal: "Audience",
  description: "A short promise and one field, with what the last letters were about.",
  title: "The Tuesday Letter",
  metaDescription:
    "One short letter a week about making things that last. Read by people who own a screwdriver.",
  thankYou,
  welcome: { text: "You are in. The next letter comes on Tuesday, and you can answer each one." },
  look: { type: "literary", radius: 4 },
  colours: { second: "#c2410c" },
  tokens: {
    "--accent": "#1d4ed8",
    "--tint": "#eef3fb",
    "--paper": "#ffffff",
    "--line": "#dde3ec",
    "--ink": "#141b2d",
  },
  blocks: commonBlocks,
  html: [
    header("The Tuesday Letter", "Subscribe"),
    openingOverForm(
      {
        eyebrow: "Every Tuesday at seven",
        title: "One short letter about things that last",
        lead: "Three minutes to read, one thing to try, nothing to buy.",
      },
      {
        name: "Newsletter",
        fields: [email()],
        consent: "Yes, send me the letter every Tuesday. I can stop at any time.",
        button: "Subscribe",
        thankYou,
      },
      letter({ ground: "#e3ecfb", one: "#1d4ed8", two: "#9db7f5", three: "#f2a65a" }),
    ),
    facts([
      ["letters so far", "148"],
      ["minutes each", "3"],
      ["advertisements", "0"],
    ]),
    featureList("What the last ones were about", [
      [
        "chair",
        "The chair with one owner",
        "Why it was never replaced, and what was done to it every ten years.",
      ],
      ["spark", "Salt, iron and patience", "The pan that gets better, and the three things that ruin it."],
      ["list", "A drawer for small parts", "How to sort what you keep, so that you find it when it matters."],
    ]),
    questions("Fair questions", [
      ["What else will you send?", "Nothing. One letter on Tuesdays."],
      [
        "Do you see whether I open it?",
        "Only if you agree to that in your preferences. You get the letter either way.",
      ],
    ]),
    footer("The Tuesday Letter", "5 Printer's Yard, Norwich"),
  ].join("\n"),
  css: `${commonCss}.hero .art{max-width:34rem;margin:0 auto 2.25rem;border-radius:20px}`,
});
