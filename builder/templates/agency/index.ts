import { commonBlocks, commonCss } from "../block-sets";
import { tiles } from "../sections/art";
import { email, fullName } from "../sections/form";
import { openingMagazine } from "../sections/openings";
import { people, works } from "../sections/parts";
import { footer, formSection, header, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. One of the six of us reads it today.";

export const agency = defineTemplate({
  id: "agency",
  name: "Agency",
  goal: "Enquiries",
  description: "A studio that shows its work in large type and asks for a brief.",
  title: "We make things people keep",
  metaDescription: "A studio of six for books, signs and places. Tell us what you plan.",
  thankYou,
  welcome: {
    text: "What you wrote has come. One of the six of us reads it today, and answers you in person.",
  },
  look: { type: "gallery", radius: 0, spacing: 1.2, width: 84 },
  colours: {
    accent: "#111111",
    accentInk: "#ffffff",
    second: "#ff4d2e",
    tint: "#f1f0ec",
    paper: "#ffffff",
    line: "#d9d7d0",
    ink: "#111111",
    inkSoft: "#55534e",
  },
  blocks: commonBlocks,
  html: [
    header("Six Hands", "Tell us what you plan"),
    openingMagazine(
      {
        eyebrow: "A studio for books, signs and places",
        title: "We make things people keep",
        lead: "Not campaigns, not decks. Objects that are still on the table a year later.",
        action: "Tell us what you plan",
        facts: ["Books", "Signs and ways", "Exhibitions", "Identities"],
      },
      tiles({ ground: "#111111", one: "#ff4d2e", two: "#f1f0ec", three: "#8f8d86" }),
    ),
    works("Work of this year", [
      ["An atlas of a single street", "384 pages for a town museum, printed with two inks."],
      ["Signs for a hospital", "Nobody has asked for the way since. We counted."],
      ["A bakery without a logo", "Five letters, cut into the bread itself."],
      ["The quiet exhibition", "Forty objects, no labels, one small book."],
    ]),
    quote(
      "They asked so many questions that we changed the product.",
      "A director of a museum",
      "Two books, one building",
    ),
    people("Who we are", [
      ["Ida Brandt", "Books"],
      ["Joao Reis", "Signs"],
      ["Mina Sato", "Places"],
      ["Tom Oakes", "Type"],
    ]),
    formSection("Tell us what you plan", "A few lines are enough. We answer each of them.", {
      name: "Brief",
      fields: [
        fullName(),
        email(),
        { name: "company", label: "Your organisation", autocomplete: "organization" },
        { name: "plan", label: "What do you plan?", type: "textarea", required: true },
      ],
      consent: "Send me one picture of new work each month. I can stop at any time.",
      button: "Send the brief",
      thankYou,
    }),
    footer("Six Hands", "Back building, 31 Linden Street, Leipzig"),
  ].join("\n"),
  css: commonCss,
});
