import { commonBlocks, commonCss } from "../block-sets";
import { tiles } from "../sections/art";
import { email, fullName } from "../sections/form";
import { featureList, footer, formSection, openingWithArt, questions, stepList } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you for your reply. We look forward to you.";

export const event = defineTemplate({
  id: "event",
  name: "Event with reply",
  goal: "Events",
  description: "An invitation with date, place and a reply that says how many come.",
  title: "Summer evening in the garden",
  metaDescription:
    "Music, long tables and the garden open until midnight, on 21 June. Please reply by 1 June.",
  thankYou,
  welcome: { text: "We are glad of your reply. The garden is open from six; come as you are." },
  look: { type: "gallery", radius: 18 },
  colours: { second: "#f2a65a" },
  tokens: {
    "--accent": "#be123c",
    "--tint": "#fdf0ef",
    "--paper": "#fffdfb",
    "--line": "#f0dcd8",
    "--ink": "#2b1620",
    "--ink-soft": "#5e4650",
  },
  blocks: commonBlocks,
  html: [
    openingWithArt(
      {
        eyebrow: "Saturday 21 June, from 6 pm",
        title: "A summer evening in the garden",
        lead: "Long tables, three bands, and the lanterns lit at ten. You are invited, and so is whoever you bring.",
      },
      "Reply now",
      tiles({ ground: "#fbe4df", one: "#be123c", two: "#f2a65a", three: "#7a9e7e" }),
    ),
    stepList("The evening", [
      ["6 pm: the gate opens", "Bread, soup and something cold to drink."],
      ["8 pm: music", "Three bands of half an hour each. Dancing is allowed on the lawn."],
      ["10 pm: lanterns", "We light them together, and walk round the pond."],
    ]),
    featureList("Good to know", [
      ["pin", "Where", "The garden behind the Old Library, entrance by the canal."],
      ["weather", "Rain", "Then we sit in the greenhouse. It is larger than it looks."],
      ["heart", "Children", "Very welcome. There is a corner with cushions when they grow tired."],
    ]),
    formSection("Will you come?", "Please reply by 1 June, so that there is enough soup.", {
      name: "Reply",
      fields: [
        fullName(),
        email(),
        { name: "coming", label: "Are you coming?", options: ["Yes, gladly", "Sadly not"], required: true },
        { name: "guests", label: "How many are you in all?", type: "number" },
      ],
      consent: "Invite me to the next evening by e-mail. I can stop at any time.",
      button: "Send my reply",
      thankYou,
    }),
    questions("Questions", [
      ["What does it cost?", "Nothing. There is a hat for the musicians."],
      ["May I bring something?", "A cake is never wrong."],
    ]),
    footer("Friends of the Library Garden", "Canal Walk 1, Ghent"),
  ].join("\n"),
  css: commonCss,
});
