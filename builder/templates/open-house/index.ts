import { commonBlocks, commonCss } from "../block-sets";
import { houses } from "../sections/art";
import { email, fullName } from "../sections/form";
import { openingScene } from "../sections/openings";
import { schedule, story } from "../sections/parts";
import { facts, featureList, footer, formSection, questions } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. Your time is kept, and the address is on its way to you.";

export const openHouse = defineTemplate({
  id: "open-house",
  name: "Open house",
  goal: "Events",
  description: "A home to see: its rooms, its figures, and a form for a time.",
  title: "A house with a walnut tree",
  metaDescription: "Five rooms, a south garden and a walnut tree. Open on Sunday from two to five.",
  thankYou,
  welcome: {
    text: "Your time on Sunday is kept. We are there from two to five; it is the house with the walnut tree.",
  },
  look: { type: "bookish", radius: 6, width: 72 },
  colours: {
    accent: "#4d5d2f",
    second: "#d97745",
    tint: "#f1efe2",
    paper: "#fdfcf6",
    line: "#d8d3bb",
    ink: "#23261a",
    inkSoft: "#55593f",
  },
  blocks: commonBlocks,
  html: [
    openingScene(
      {
        eyebrow: "Open on Sunday 4 May, two to five",
        title: "A house with a walnut tree",
        lead: "Five rooms on two floors, a garden to the south, and ten minutes on foot to the station.",
        action: "Choose a time",
      },
      houses({ ground: "#dfe6d2", one: "#4d5d2f", two: "#8f9f63", three: "#d97745" }),
    ),
    facts([
      ["Rooms", "5"],
      ["Square metres", "138"],
      ["Built", "1934"],
      ["Price", "485,000"],
    ]),
    story("What it is like", [
      "In the morning the sun comes into the kitchen, in the evening it leaves through the study. Between the two there is a staircase of oak that has never creaked.",
      "The roof is from 2019, the boiler from 2021. The windows to the street are old, and beautiful, and will want doing in ten years.",
    ]),
    featureList("Around it", [
      ["cap", "School", "Six minutes, without a crossing."],
      ["train", "Station", "Ten minutes, every half hour into town."],
      ["cup", "Baker", "Opens at six, closed on Mondays."],
    ]),
    schedule("Sunday", [
      ["2 pm", "Ground floor and garden, with the owners."],
      ["3 pm", "Upper floor and roof, with the surveyor."],
      ["4 pm", "Questions, papers and cake."],
    ]),
    formSection("Choose a time", "Six people at a time, so that you can see something.", {
      name: "Viewing",
      fields: [
        fullName(),
        email(),
        {
          name: "time",
          label: "When would you like to come?",
          options: ["2 pm", "3 pm", "4 pm"],
          required: true,
        },
      ],
      consent: "Tell me of other houses in this quarter. I can stop at any time.",
      button: "Keep my time",
      thankYou,
    }),
    questions("Questions", [
      ["May we see it on another day?", "Yes. Choose any time and answer our message with your day."],
      ["Is there a commission?", "Not for the buyer."],
    ]),
    footer("Lindner and Field, houses", "8 Market Square, Warwick"),
  ].join("\n"),
  css: commonCss,
});
