import { commonBlocks, commonCss } from "../block-sets";
import { board } from "../sections/art";
import { email } from "../sections/form";
import { openingNight } from "../sections/openings";
import { bento, priceList } from "../sections/parts";
import { facts, footer, header, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The link to your trial is in your mailbox.";

export const saasTrial = defineTemplate({
  id: "saas-trial",
  name: "Software trial",
  goal: "Launch",
  description: "Software to try: what it looks like, what it costs, and a trial without a card.",
  title: "Your stock, counted by itself",
  metaDescription: "Stock keeping for small shops. Try it for thirty days without a card.",
  thankYou,
  welcome: { text: "Your trial is ready: thirty days, without a card.", button: "Begin the trial" },
  look: { type: "clean", radius: 14, width: 74 },
  colours: {
    accent: "#3730a3",
    second: "#34d399",
    tint: "#eef0fb",
    paper: "#ffffff",
    line: "#d9dcf0",
    ink: "#12132b",
    inkSoft: "#4a4d6b",
  },
  blocks: commonBlocks,
  html: [
    header("Tally", "Try it"),
    openingNight(
      {
        eyebrow: "Thirty days, no card",
        title: "Your stock, counted by itself",
        lead: "Tally reads your till and your orders, and tells you on Thursday what is missing on Saturday.",
      },
      {
        name: "Trial",
        fields: [{ ...email("Your e-mail at work"), placeholder: "name@shop.example" }],
        consent: "Also tell me of new features. I can stop at any time.",
        button: "Begin the trial",
        thankYou,
      },
      board({ ground: "#1d1f45", one: "#6366f1", two: "#c7cbf7", three: "#34d399" }),
    ),
    bento("What it takes off your hands", [
      [
        "Thursday's list",
        "What will run out, how much to order, and from whom. One page, at eight in the morning.",
      ],
      ["Any till", "Reads the files of forty makes. Yours is among them."],
      ["Any scanner", "A telephone is enough."],
      ["Stocktaking", "Shelf by shelf during the year, instead of one night in January."],
    ]),
    facts([
      ["Shops", "1,240"],
      ["Articles kept", "3.1 million"],
      ["Until it runs", "20 minutes"],
    ]),
    quote("We no longer have a night in January.", "Owner of two bookshops", "With Tally since spring"),
    priceList("What it costs afterwards", "By the month. Leave at the end of any.", [
      ["Up to 500 articles", "9"],
      ["Up to 5,000 articles", "24"],
      ["Without limit", "59"],
    ]),
    questions("Questions", [
      [
        "What happens after thirty days?",
        "Nothing. If you do not order, your data is deleted a month later.",
      ],
      ["Where is our data kept?", "In Frankfurt, encrypted, and never shown to anybody."],
    ]),
    footer("Tally Software", "Speicherstrasse 5, Hamburg"),
  ].join("\n"),
  css: commonCss,
});
