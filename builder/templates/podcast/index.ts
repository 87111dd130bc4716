import { commonBlocks, commonCss } from "../block-sets";
import { sound } from "../sections/art";
import { email } from "../sections/form";
import { featureList, footer, formSection, header, openingWithArt, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. You will get a message with each new episode.";

export const podcast = defineTemplate({
  id: "podcast",
  name: "Podcast",
  goal: "Audience",
  description: "Listeners leave an address and hear of new episodes first.",
  title: "Night Shift: talks with people who work while you sleep",
  metaDescription: "A podcast about bakers, pilots and midwives. New episodes by e-mail, first.",
  thankYou,
  welcome: { text: "You get a message with each new episode, and nothing else." },
  look: { type: "heavy", radius: 6 },
  colours: { second: "#ffd23f" },
  tokens: {
    "--accent": "#f59e0b",
    "--accent-ink": "#1a1205",
    "--ink": "#f4efe6",
    "--ink-soft": "#c3bcb0",
    "--paper": "#17130f",
    "--surface": "#221c16",
    "--tint": "#1e1913",
    "--line": "#3d342a",
  },
  blocks: commonBlocks,
  html: [
    header("Night Shift", "Listen first"),
    openingWithArt(
      {
        eyebrow: "A podcast, every second Thursday",
        title: "Talks with people who work while you sleep",
        lead: "Bakers, pilots, midwives, the man who winds the clock. Forty minutes, one guest, no jingle.",
      },
      "Hear it first",
      sound({ ground: "#221c16", one: "#f59e0b", two: "#b45309", three: "#f4d9a6" }),
    ),
    featureList("The last three", [
      [
        "microphone",
        "31: The ferry at four",
        "Eleven passengers, one dog, and what is said when nobody else is awake.",
      ],
      [
        "clock",
        "30: Bread",
        "Why the oven is lit at midnight, and who was the first customer for forty years.",
      ],
      ["chat", "29: The switchboard", "What people ask when they call a hospital at night."],
    ]),
    quote(
      "I listen in the van at five in the morning. It is like having company that does not talk over you.",
      "A listener",
      "Delivers newspapers",
    ),
    formSection(
      "Hear it first",
      "A message with each new episode, a day before it is everywhere. Nothing else.",
      {
        name: "Episodes",
        fields: [email()],
        consent: "Send me a message with each new episode. I can stop at any time.",
        button: "Tell me when it is out",
        thankYou,
      },
    ),
    footer("Night Shift Radio", "17 Dock Street, Hull"),
  ].join("\n"),
  css: `${commonCss}.button:hover{filter:brightness(.94)}`,
});
