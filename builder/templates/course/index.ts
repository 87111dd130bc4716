import { commonBlocks, commonCss } from "../block-sets";
import { sheets } from "../sections/art";
import { email, firstName } from "../sections/form";
import {
  closing,
  featureList,
  footer,
  header,
  openingWithForm,
  questions,
  quote,
  stepList,
} from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The first lesson is on its way to your mailbox.";

export const course = defineTemplate({
  id: "course",
  name: "Online course",
  goal: "Leads",
  description: "What one learns week by week, and a free first lesson for an address.",
  title: "Draw what you see in six weeks",
  metaDescription:
    "A course by e-mail: one lesson a week, a pencil and twenty minutes. The first lesson is free.",
  thankYou,
  welcome: {
    text: "Here is the first lesson. All it takes is a pencil and twenty minutes; the next one comes in a week.",
    button: "Open the first lesson",
  },
  look: { type: "elegant", radius: 10 },
  colours: { second: "#f0b65a" },
  tokens: {
    "--accent": "#0f766e",
    "--tint": "#ecf6f4",
    "--paper": "#fefdfa",
    "--line": "#d8e4df",
    "--ink": "#17252a",
  },
  blocks: commonBlocks,
  html: [
    header("Pencil School", "First lesson"),
    openingWithForm(
      {
        eyebrow: "Six weeks, twenty minutes a day",
        title: "Draw what you see",
        lead: "A course for people who are sure that they cannot. The first lesson is free and needs only a pencil.",
        ticks: [
          "One lesson each Monday",
          "Drawings of others to compare with",
          "Answers from a teacher, not from a machine",
        ],
      },
      {
        name: "First lesson",
        heading: "Try the first lesson",
        fields: [firstName(), email()],
        consent: "Also tell me when the next course begins. I can stop at any time.",
        button: "Send me the first lesson",
        thankYou,
      },
      sheets({ ground: "#dcebe7", one: "#0f766e", two: "#f0b65a", three: "#b9c7c3" }),
    ),
    stepList("The six weeks", [
      [
        "Weeks 1 and 2: lines",
        "Edges, and the gap between things. You unlearn the symbols you drew as a child.",
      ],
      ["Weeks 3 and 4: light", "Three greys are enough. Where the shadow really falls."],
      ["Weeks 5 and 6: likeness", "A cup, a hand, a face. In this order, and not before."],
    ]),
    featureList("How it works", [
      ["mail", "By e-mail", "No platform, no password. Reply with a photograph of your drawing."],
      ["clock", "In your time", "Pause whenever you like. The next lesson waits for you."],
      ["chat", "With a teacher", "Every drawing gets two sentences: what works, what to try."],
    ]),
    quote(
      "My daughter asked who had drawn her hand. I had.",
      "A pupil of last winter",
      "Had not drawn since school",
    ),
    questions("Before you begin", [
      ["I really cannot draw.", "Then you are the person the course was made for."],
      ["What does the rest cost?", "Thirty for all six weeks. You are asked once, after the first lesson."],
    ]),
    closing(
      "One pencil, twenty minutes",
      "See after the first lesson whether you want the second.",
      "Send me the first lesson",
    ),
    footer("Pencil School", "9 Chapel Lane, Edinburgh"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:20rem}`,
});
