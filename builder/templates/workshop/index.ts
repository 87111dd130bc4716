import { callToAction } from "../../blocks/call-to-action";
import { faq } from "../../blocks/faq";
import { features } from "../../blocks/features";
import { footer as footerBlock } from "../../blocks/footer";
import { header as headerBlock } from "../../blocks/header";
import { heroWithForm } from "../../blocks/hero-with-form";
import { numbers } from "../../blocks/numbers";
import { steps } from "../../blocks/steps";
import { bench } from "../sections/art";
import { email, fullName } from "../sections/form";
import {
  closing,
  facts,
  featureList,
  footer,
  header,
  openingWithForm,
  questions,
  stepList,
} from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you, your place is kept. A message with all you need to know is on its way.";

export const workshop = defineTemplate({
  id: "workshop",
  name: "Workshop or webinar",
  goal: "Events",
  description: "A date, a promise and a place to keep: for an evening in the room or on the screen.",
  title: "Learn to mend what you own",
  metaDescription:
    "A free evening workshop on 12 October. Bring a chair, a lamp or a bicycle; six menders help you.",
  thankYou,
  welcome: {
    text: "Your place is kept for the evening of 12 October. Bring what is broken; tools, glue and coffee are here.",
  },
  look: { type: "warm", radius: 8 },
  colours: { second: "#e0a458" },
  tokens: {
    "--accent": "#9a3412",
    "--tint": "#f7efe6",
    "--paper": "#fffdf9",
    "--line": "#e8dccd",
  },
  blocks: [headerBlock, heroWithForm, numbers, features, steps, faq, callToAction, footerBlock],
  html: [
    header("Open Workshop", "Keep a place"),
    openingWithForm(
      {
        eyebrow: "Tuesday 12 October, 7 pm, Old Mill",
        title: "Learn to mend what you own",
        lead: "A free evening workshop. Bring a chair, a lamp or a bicycle, and leave with it working.",
        ticks: [
          "Tools and glue are there",
          "Six menders walk from table to table",
          "Thirty places, first come first served",
        ],
      },
      {
        name: "Workshop registration",
        heading: "Keep a place",
        fields: [
          fullName(),
          email(),
          { name: "bring", label: "What will you bring?", placeholder: "A lamp" },
        ],
        consent: "Write to me about further workshops. I can stop at any time.",
        button: "Keep a place for me",
        thankYou,
      },
      bench({ ground: "#f7e7d3", one: "#7c2d12", two: "#c2410c", three: "#e0a458" }),
    ),
    facts([
      ["evenings so far", "31"],
      ["things mended", "640"],
      ["places this time", "30"],
    ]),
    featureList("What to expect", [
      ["hammer", "Tools are here", "Everything from soldering iron to clamp. Bring only what is broken."],
      [
        "people",
        "Someone helps",
        "You do the work yourself, with a mender at your side who has done it before.",
      ],
      ["heart", "It costs nothing", "Coffee included, donations welcome, no questions asked."],
    ]),
    stepList("The evening", [
      ["7 pm: what is broken", "Everyone says in one sentence what they brought and what it does not do."],
      ["7.15 pm: open it", "We sort by table: wood, current, cloth, bicycles."],
      ["9.30 pm: try it", "What works is shown to all. What does not gets a second date."],
    ]),
    questions("Questions people ask", [
      ["I have never mended anything. May I come?", "You are the person we had in mind."],
      ["What if mine cannot be mended?", "Then you learn why, and what to look for when buying the next."],
      ["Can I bring children?", "Yes, from ten years with a grown-up beside them."],
    ]),
    closing("Thirty places, one evening", "When they are taken, they are taken.", "Keep a place for me"),
    footer("Open Workshop", "Old Mill, 3 Mill Lane, Millbrook"),
  ].join("\n"),
  css: `.facts-band{padding-block:2.5rem;border-block:1px solid var(--line)}
.form-title{font-size:1.5rem;margin:0}
.art{display:block;width:100%;max-width:24rem;height:auto;margin-top:2rem;border-radius:24px}`,
});
