import { commonBlocks, commonCss } from "../block-sets";
import { archway } from "../sections/art";
import { email, fullName } from "../sections/form";
import { openingMagazine } from "../sections/openings";
import { featureList, footer, formSection, header, questions, stepList } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. We answer within one working day with two times to choose from.";

export const consultation = defineTemplate({
  id: "consultation",
  name: "First consultation",
  goal: "Enquiries",
  description: "For advisers: what the first hour brings, and a form to ask for it.",
  title: "An hour that saves you a year",
  metaDescription:
    "Tax, contracts, a company of your own: one calm hour with someone who has seen it before.",
  thankYou,
  welcome: { text: "We have your question. Within one working day you get two times to choose from." },
  look: { type: "classic", radius: 2, width: 72 },
  colours: {
    accent: "#1e3a5f",
    second: "#c8a25a",
    tint: "#f3efe6",
    paper: "#fdfbf7",
    line: "#ddd3c0",
    ink: "#16202e",
    inkSoft: "#4b5361",
  },
  blocks: commonBlocks,
  html: [
    header("Adler and Daughters", "Ask for an hour"),
    openingMagazine(
      {
        eyebrow: "Advice for owners of small companies, since 1987",
        title: "An hour that saves you a year",
        lead: "Bring the question that keeps you awake. We listen, tell you what we would do, and write it down for you on one page.",
        action: "Ask for an hour",
        facts: ["60 minutes", "In person or by telephone", "First hour free of charge", "Bound to secrecy"],
      },
      archway({ ground: "#e7ddc8", one: "#1e3a5f", two: "#c8a25a", three: "#fdfbf7" }),
    ),
    stepList("How the hour goes", [
      ["You tell", "Twenty minutes without interruption. Nothing needs to be prepared."],
      ["We ask", "Mostly about dates and papers. Some of it will surprise you."],
      ["You leave with a page", "What to do, by when, and what it may cost."],
    ]),
    featureList("What people come for", [
      ["home", "A company of your own", "Which form, which papers, and what can wait."],
      ["paper", "A contract on the table", "What is usual, what is not, and what to ask for."],
      ["people", "Passing it on", "To children, to staff or to a buyer, without a quarrel."],
    ]),
    formSection(
      "Ask for your hour",
      "Two sentences are enough. Please leave out figures and names of others.",
      {
        name: "Consultation",
        fields: [
          fullName(),
          email(),
          { name: "phone", label: "Your telephone", type: "tel", autocomplete: "tel" },
          { name: "question", label: "What is it about?", type: "textarea", required: true },
        ],
        consent: "Send me the letter on changes in law, four times a year. I can stop at any time.",
        button: "Ask for an hour",
        thankYou,
      },
    ),
    questions("Before you write", [
      [
        "Does the first hour really cost nothing?",
        "Yes. If we go on working together, we agree on a price first, in writing.",
      ],
      ["Who will see what I write?", "The two of us who answer, and nobody else."],
    ]),
    footer("Adler and Daughters", "4 Harbour Street, Bremen"),
  ].join("\n"),
  css: commonCss,
});
