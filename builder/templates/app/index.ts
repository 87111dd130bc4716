import { commonBlocks, commonCss } from "../block-sets";
import { phone } from "../sections/art";
import { email } from "../sections/form";
import { bento } from "../sections/parts";
import { footer, formSection, header, openingWithArt, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. You are among the first to hear when it is out.";

export const app = defineTemplate({
  id: "app",
  name: "App",
  goal: "Launch",
  description: "An app that is not out yet: what it does, shown on a drawn phone.",
  title: "Know what is in season, wherever you stand",
  metaDescription: "A small app that tells you what grows near you this week, and what to cook with it.",
  thankYou,
  welcome: { text: "You are among the first to hear when it is out. Until then there is nothing to do." },
  look: { type: "friendly", radius: 26 },
  colours: {
    accent: "#166534",
    second: "#fb923c",
    tint: "#eaf5e4",
    paper: "#fbfdf8",
    line: "#d5e5cc",
    ink: "#12261a",
    inkSoft: "#45584b",
  },
  blocks: commonBlocks,
  html: [
    header("Ripe", "Tell me when it is out"),
    openingWithArt(
      {
        eyebrow: "For iPhone and Android, this autumn",
        title: "Know what is in season, wherever you stand",
        lead: "Ripe looks at the date and at the place, and tells you what grows near you this week. Without an account, without advertising.",
      },
      "Tell me when it is out",
      phone({ ground: "#dff0d5", one: "#166534", two: "#fb923c", three: "#fde68a" }),
    ),
    bento("Small, and all of it useful", [
      ["This week near you", "Thirty kinds of fruit and vegetables, sorted by how good they are today."],
      ["Recipes", "Three for each, none longer than a screen."],
      ["Markets", "Which is open now, and how to get there."],
      [
        "Works without a connection",
        "The calendar of your region is kept on the telephone. In a cellar kitchen, too.",
      ],
    ]),
    quote(
      "I stopped buying strawberries in March. That alone was worth it.",
      "One of forty testers",
      "Cooks for five",
    ),
    formSection(
      "Be among the first",
      "One message when it is out. Nothing before, and nothing after unless you want it.",
      {
        name: "App launch",
        fields: [
          email(),
          { name: "device", label: "Which telephone?", options: ["iPhone", "Android", "Another"] },
        ],
        consent: "Also send me the calendar of each new season. I can stop at any time.",
        button: "Tell me when it is out",
        thankYou,
      },
    ),
    questions("Questions", [
      ["What will it cost?", "Four, once. There is no subscription."],
      ["Does it watch where I am?", "It reads the place on your telephone, and sends it nowhere."],
    ]),
    footer("Ripe", "22 Orchard Road, Bristol"),
  ].join("\n"),
  css: commonCss,
});
