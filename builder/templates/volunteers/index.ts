import { commonBlocks, commonCss } from "../block-sets";
import { hills } from "../sections/art";
import { email, firstName } from "../sections/form";
import {
  closing,
  facts,
  featureList,
  footer,
  header,
  openingWithForm,
  questions,
} from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. Someone from the group will write to you this week.";

export const volunteers = defineTemplate({
  id: "volunteers",
  name: "Volunteers wanted",
  goal: "Enquiries",
  description: "For associations: what there is to do, how much time it takes, and a form to come forward.",
  title: "Two hours for the river",
  metaDescription:
    "Help us clean the river bank on the first Saturday of each month. Gloves and tea are there.",
  thankYou,
  welcome: {
    text: "It is good that you come along. Someone from the group writes to you this week with the place to meet.",
  },
  look: { type: "soft", radius: 22 },
  colours: { second: "#7ab87a" },
  tokens: {
    "--accent": "#0369a1",
    "--tint": "#ecf5fa",
    "--paper": "#fbfdfe",
    "--line": "#d3e2ea",
    "--ink": "#12222c",
  },
  blocks: commonBlocks,
  html: [
    header("River Friends", "Come along"),
    openingWithForm(
      {
        eyebrow: "First Saturday of each month",
        title: "Two hours for the river",
        lead: "We walk along the bank with gloves and sacks. Afterwards there is tea, and a river that looks like one.",
        ticks: ["No membership, no fee", "Gloves, sacks and tea are there", "From eight to eighty years"],
      },
      {
        name: "Volunteers",
        heading: "Come along",
        fields: [
          firstName(),
          email(),
          {
            name: "help",
            label: "What would you like to do?",
            options: ["Clean the bank", "Make tea", "Carry and drive", "I do not know yet"],
          },
        ],
        consent: "Remind me by e-mail before each Saturday. I can stop at any time.",
        button: "I will come",
        thankYou,
      },
      hills({ ground: "#cfe6f2", one: "#0369a1", two: "#6fb0d2", three: "#f2c14e" }),
    ),
    facts([
      ["sacks last year", "412"],
      ["people each time", "26"],
      ["herons back", "3"],
    ]),
    featureList("What you can do", [
      ["leaf", "On the bank", "Two hours of walking and picking up. The most useful, and the most sociable."],
      ["cup", "At the table", "Tea, cake, and a list of who came. Good for knees that do not bend."],
      ["van", "Behind the wheel", "Someone has to take the sacks away. A trailer is worth gold."],
    ]),
    questions("Good to know", [
      ["Must I come every time?", "No. Once is already a help."],
      ["What about rain?", "We go, unless the river comes to us."],
    ]),
    closing(
      "The next Saturday is soon",
      "Bring someone. It is half the work and twice the tea.",
      "I will come",
    ),
    footer("River Friends", "Weir House, Bakewell"),
  ].join("\n"),
  css: `${commonCss}.hero-words .art{margin-top:2rem;max-width:22rem}`,
});
