import { commonBlocks, commonCss } from "../block-sets";
import { roof } from "../sections/art";
import { email, fullName } from "../sections/form";
import {
  facts,
  featureList,
  footer,
  header,
  openingWithForm,
  questions,
  stepList,
} from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. We will call or write within three working days.";

export const quoteRequest = defineTemplate({
  id: "quote-request",
  name: "Request for a quote",
  goal: "Enquiries",
  description: "For trades and agencies: what, when and how to reach the person who asks.",
  title: "A new roof without surprises",
  metaDescription: "Tell us about your roof. You get a fixed price in writing within three days.",
  thankYou,
  welcome: {
    text: "We have what you wrote about your roof. We call or write within three working days, with a fixed price.",
  },
  look: { type: "sturdy", radius: 4 },
  colours: { second: "#eab308" },
  tokens: {
    "--accent": "#14532d",
    "--tint": "#eef5ee",
    "--paper": "#fcfdfa",
    "--line": "#d7e0d3",
    "--ink": "#16221a",
  },
  blocks: commonBlocks,
  html: [
    header("Ridge & Tile", "Ask for a price"),
    openingWithForm(
      {
        eyebrow: "Roofers since 1964",
        title: "A new roof without surprises",
        lead: "Tell us what you have. You get a fixed price in writing within three working days, and it stays fixed.",
        ticks: [
          "Visit and price cost nothing",
          "One person to talk to, from first to last day",
          "Ten years of guarantee in writing",
        ],
      },
      {
        name: "Quote",
        heading: "What is it about?",
        fields: [
          {
            name: "work",
            label: "What do you need?",
            options: ["A new roof", "Repair after a storm", "Insulation", "Something else"],
          },
          fullName(),
          email(),
          { name: "phone", label: "Telephone, if you prefer a call", type: "tel", autocomplete: "tel" },
          { name: "details", label: "Anything we should know", type: "textarea" },
        ],
        consent: "Send me your tips on care twice a year. I can stop at any time.",
        button: "Ask for a price",
        thankYou,
      },
      roof({ ground: "#dfeadb", one: "#14532d", two: "#3f7a52", three: "#eab308" }),
    ),
    facts([
      ["roofs so far", "2,130"],
      ["within the promised price", "100 %"],
      ["years of guarantee", "10"],
    ]),
    stepList("How it goes", [
      ["We look", "Half an hour on your roof, at a time that suits you."],
      ["You read", "A price on one page, with what is in it and what is not."],
      ["We work", "On the day we said. The rubbish leaves with us."],
    ]),
    featureList("What we do not do", [
      ["hammer", "No half jobs", "If it lasts only a year, we tell you before, not after."],
      ["people", "No subcontractors", "The people you meet are the people on the ladder."],
      ["quiet", "No calls at dinner", "You asked for a price, not for a salesman."],
    ]),
    questions("Before you ask", [
      ["How far do you come?", "Forty kilometres. Beyond that we name a good colleague."],
      ["May I do part of it myself?", "Yes, and the price says what you save by it."],
    ]),
    footer("Ridge & Tile", "88 Quarry Hill, Sheffield"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:24rem}`,
});
