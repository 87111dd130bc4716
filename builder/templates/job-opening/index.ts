import { commonBlocks, commonCss } from "../block-sets";
import { stairs } from "../sections/art";
import { email, fullName } from "../sections/form";
import { people, schedule, story } from "../sections/parts";
import { facts, footer, header, openingWithForm, questions } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. You hear from us within a week, in either case.";

export const jobOpening = defineTemplate({
  id: "job-opening",
  name: "Job opening",
  goal: "Enquiries",
  description: "One position, told honestly: the work, the pay, the people, and a short form.",
  title: "We look for a carpenter who explains",
  metaDescription: "A workshop of nine looks for a tenth. Thirty-six hours, paid by tariff, no Saturdays.",
  thankYou,
  welcome: { text: "Your application has come. You hear from us within a week, in either case." },
  look: { type: "technical", radius: 8 },
  colours: {
    accent: "#0f5132",
    second: "#f4b183",
    tint: "#eef3ea",
    paper: "#fcfcf8",
    line: "#d3dccb",
    ink: "#14211a",
    inkSoft: "#47564c",
  },
  blocks: commonBlocks,
  html: [
    header("Nine Planes Workshop", "Apply"),
    openingWithForm(
      {
        eyebrow: "From 1 March, Freiburg",
        title: "We look for a carpenter who explains",
        lead: "You build stairs and kitchens, and tell the people who pay for them why they cost what they cost.",
        ticks: ["36 hours, no Saturdays", "21.40 an hour, plus holiday pay", "Your own bench"],
      },
      {
        name: "Application",
        heading: "Four lines are enough",
        fields: [
          fullName(),
          email(),
          { name: "link", label: "Something you made (a link)", type: "url" },
          { name: "why", label: "What did you explain last?", type: "textarea", required: true },
        ],
        consent: "Keep my application for a year, in case of another opening. I can stop at any time.",
        button: "Apply",
        thankYou,
      },
      stairs({ ground: "#e3ecdb", one: "#0f5132", two: "#2f6f4e", three: "#f4b183" }),
    ),
    facts([
      ["People", "9"],
      ["Apprentices", "2"],
      ["Years, on average", "11"],
    ]),
    story("What the work is", [
      "On three days you are at the bench, on one at a building site, and half a day you sit at a table with people and draw.",
      "We use machines where they are better, and hands where they are. Nobody works alone after four.",
      "What we do not have: piece work, a car of your own, a career. What we have: time to do it once.",
    ]),
    people("Who you would work with", [
      ["Ruth Amann", "Master, stairs"],
      ["Ben Okoro", "Kitchens"],
      ["Ilse Krug", "Office, wages"],
      ["Max Thoma", "Apprentice, second year"],
    ]),
    schedule("How it goes on", [
      ["In a week", "An answer, in either case."],
      ["Then", "A day with us, paid."],
      ["Two days later", "We both say yes or no."],
    ]),
    questions("Questions", [
      ["I have no master's certificate.", "Neither have seven of us."],
      ["Part time?", "From 24 hours on, yes."],
    ]),
    footer("Nine Planes Workshop", "Talstrasse 40, Freiburg"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:24rem}`,
});
