import { commonBlocks, commonCss } from "../block-sets";
import { sheets } from "../sections/art";
import { email, firstName } from "../sections/form";
import { closing, featureList, footer, header, openingWithForm, quote, stepList } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The link to the talk is on its way to your mailbox.";

export const webinar = defineTemplate({
  id: "webinar",
  name: "Webinar",
  goal: "Events",
  description: "A talk on the screen: when, who speaks, what one takes home.",
  title: "Write pages that people finish reading",
  metaDescription: "A free online talk of 45 minutes on 9 March. Recording for everyone who signs up.",
  thankYou,
  welcome: {
    text: "Your place is kept. The talk begins on 9 March; the recording comes to this address as well.",
    button: "Open the talk",
  },
  look: { type: "clean", radius: 16 },
  colours: { second: "#f5b700" },
  tokens: {
    "--accent": "#7c3aed",
    "--tint": "#f4f0fc",
    "--paper": "#fdfcff",
    "--line": "#e3dcf2",
    "--ink": "#1f1833",
  },
  blocks: commonBlocks,
  html: [
    header("Plain Words", "Sign up"),
    openingWithForm(
      {
        eyebrow: "Online, 9 March, 6 pm, 45 minutes",
        title: "Write pages that people finish reading",
        lead: "A free talk with twelve examples, before and after. Bring a page of your own.",
        ticks: [
          "Live questions at the end",
          "Recording for everyone who signs up",
          "A checklist of one page to keep",
        ],
      },
      {
        name: "Webinar",
        heading: "Save your seat",
        fields: [
          firstName(),
          email(),
          { name: "question", label: "A question to answer? (optional)", type: "textarea" },
        ],
        consent: "Tell me about the next talks by e-mail. I can stop at any time.",
        button: "Sign me up",
        thankYou,
      },
      sheets({ ground: "#e9e0fd", one: "#7c3aed", two: "#f2c14e", three: "#cfc3ea" }),
    ),
    featureList("What you take home", [
      ["list", "An order that works", "Promise, proof, doubt, step. Why it is this one and not another."],
      ["paper", "Words to strike out", "A list of forty that cost readers and bring nobody."],
      ["chat", "A test for every page", "Read it aloud to a friend. What to listen for."],
    ]),
    stepList("The 45 minutes", [
      ["Twelve examples", "Before and after, with the one change that made the difference."],
      ["Three of yours", "Pages sent in beforehand, read together."],
      ["Your questions", "Until they are answered."],
    ]),
    quote(
      "I rewrote our start page the same evening. It is a third as long, and people stay.",
      "A listener",
      "Runs a cycle shop",
    ),
    closing("9 March, 6 pm", "If you cannot come, sign up anyway: you get the recording.", "Sign me up"),
    footer("Plain Words", "21 Station Road, York"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:22rem}`,
});
