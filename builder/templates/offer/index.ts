import { commonBlocks, commonCss } from "../block-sets";
import { doors } from "../sections/art";
import { email, firstName } from "../sections/form";
import { featureList, footer, openingWithForm, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. Your voucher is on its way to your mailbox.";

export const offer = defineTemplate({
  id: "offer",
  name: "Local offer",
  goal: "Leads",
  description: "A shop, a month and a voucher: simple, friendly, near.",
  title: "A loaf on us",
  metaDescription: "New in the neighbourhood: leave your address and your first loaf is free.",
  thankYou,
  welcome: { text: "Here is your voucher. Show this message in the shop, and your first loaf is on us." },
  look: { type: "poster", radius: 2 },
  colours: { second: "#ffc933" },
  tokens: {
    "--accent": "#92400e",
    "--tint": "#f8efe3",
    "--paper": "#fffaf2",
    "--line": "#ead9c2",
    "--ink": "#2c1c10",
    "--ink-soft": "#5f4b3b",
  },
  blocks: commonBlocks,
  html: [
    openingWithForm(
      {
        eyebrow: "Until the end of May",
        title: "Your first loaf is on us",
        lead: "We have opened round the corner from you. Come in, say good morning, and take a loaf home.",
      },
      {
        name: "Voucher",
        heading: "Get the voucher",
        fields: [firstName(), email()],
        consent: "Tell me on Fridays what is in the oven on Saturday. I can stop at any time.",
        button: "Send me the voucher",
        thankYou,
      },
      doors({ ground: "#f1dcc0", one: "#92400e", two: "#c9762b", three: "#6b8f71" }),
    ),
    featureList("What is in it", [
      ["leaf", "Flour", "From the mill in the next valley, ground in the same week."],
      ["clock", "Time", "Eighteen hours. That is the whole secret."],
      ["heart", "Nothing else", "Water and salt, if you want to be exact."],
    ]),
    quote(
      "The crust sings when you put it down. I did not know that bread does that.",
      "A neighbour",
      "Comes every morning at seven",
    ),
    questions("Questions", [
      ["Must I buy something?", "No. The loaf is free, and so is the good morning."],
      [
        "Is there one without wheat?",
        "Rye on Tuesdays and Fridays. Without gluten: not yet, we are practising.",
      ],
    ]),
    footer("Corner Bakery", "2 Orchard Street, Bath"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:22rem}`,
});
