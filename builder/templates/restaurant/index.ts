import { commonBlocks, commonCss } from "../block-sets";
import { table } from "../sections/art";
import { email, fullName } from "../sections/form";
import { openingScene } from "../sections/openings";
import { priceList, schedule } from "../sections/parts";
import { footer, formSection, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. We hold the table and confirm it by e-mail today.";

export const restaurant = defineTemplate({
  id: "restaurant",
  name: "Restaurant",
  goal: "Enquiries",
  description: "A menu with prices, the evenings, and a form for a table.",
  title: "Six tables by the canal",
  metaDescription: "One menu each week, cooked over wood. Please ask for a table.",
  thankYou,
  welcome: { text: "We have your request and keep the table. You hear from us again today, with the time." },
  look: { type: "elegant", radius: 3, spacing: 1.15, width: 60 },
  colours: {
    accent: "#7a1f2b",
    second: "#d8a657",
    tint: "#f6eee3",
    paper: "#fffaf3",
    line: "#cdbb9f",
    ink: "#251613",
    inkSoft: "#5d4840",
  },
  blocks: commonBlocks,
  html: [
    openingScene(
      {
        eyebrow: "Wednesday to Saturday, from six",
        title: "Six tables by the canal",
        lead: "One menu each week, cooked over wood, by two people who also wash up.",
        action: "Ask for a table",
      },
      table({ ground: "#3a1a18", one: "#7a1f2b", two: "#d8a657", three: "#fffaf3" }),
    ),
    priceList("This week", "Four courses for 48, or one by one.", [
      ["Leeks from the embers, hazelnut", "12"],
      ["Trout, brown butter, sorrel", "19"],
      ["Shoulder of lamb, white beans", "24"],
      ["Quince, cream, bay leaf", "11"],
    ]),
    quote("The leeks alone are worth the train.", "Written in the guest book", "A Thursday in October"),
    schedule("The evening", [
      ["18:00", "The door opens and the fire is lit."],
      ["19:00", "First course, for all tables at once."],
      ["22:30", "Coffee, and the last boat home."],
    ]),
    formSection("Ask for a table", "For more than six, please ring.", {
      name: "Table",
      fields: [
        fullName(),
        email(),
        { name: "day", label: "Which evening?", type: "date", required: true },
        { name: "guests", label: "How many?", type: "number", required: true },
      ],
      consent: "Send me the menu each Monday. I can stop at any time.",
      button: "Ask for a table",
      thankYou,
    }),
    questions("Good to know", [
      ["Is there something without meat?", "Always. Please say so when you ask for the table."],
      ["May we bring the dog?", "In summer, outside."],
    ]),
    footer("Embers", "Quay 9, Utrecht"),
  ].join("\n"),
  css: commonCss,
});
