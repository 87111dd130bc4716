import { commonBlocks, commonCss } from "../block-sets";
import { hills } from "../sections/art";
import { email, firstName } from "../sections/form";
import { bento, works } from "../sections/parts";
import { closing, footer, openingWithForm, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. I write to you myself, within two days.";

export const coaching = defineTemplate({
  id: "coaching",
  name: "Coaching",
  goal: "Enquiries",
  description: "One person, what they help with, and a first talk without obligation.",
  title: "Say no without a bad conscience",
  metaDescription: "Six talks for people who take on too much. The first is free.",
  thankYou,
  welcome: { text: "Your message has come. I read it myself and write to you within two days." },
  look: { type: "soft", radius: 30 },
  colours: {
    accent: "#7c3a8c",
    second: "#ffc9a3",
    tint: "#f9ecf4",
    paper: "#fffafc",
    line: "#eed5e4",
    ink: "#2c1833",
    inkSoft: "#5f4a66",
  },
  blocks: commonBlocks,
  html: [
    openingWithForm(
      {
        eyebrow: "Six talks, one hour each",
        title: "Say no without a bad conscience",
        lead: "For people whom everybody asks, because they never refuse.",
        ticks: ["By telephone or on a walk", "No homework", "Stop after any talk"],
      },
      {
        name: "First talk",
        heading: "The first talk is free",
        fields: [
          firstName(),
          email(),
          { name: "situation", label: "What did you say yes to lately?", type: "textarea" },
        ],
        consent: "Also send me a short letter each month. I can stop at any time.",
        button: "Ask for the first talk",
        thankYou,
      },
      hills({ ground: "#fde3d3", one: "#7c3a8c", two: "#c58bc9", three: "#ffb07c" }),
    ),
    bento("What changes", [
      [
        "Your week has gaps again",
        "Most people win back five hours in the first month, and nobody is angry with them.",
      ],
      ["You answer later", "One night between question and answer. It is the whole trick."],
      ["Others decide", "What you do not take, somebody else does."],
      ["You choose", "The things you do say yes to are yours. They become better, too."],
    ]),
    works("The six talks", [
      ["Where it goes", "We look at one week, hour by hour."],
      ["Who asks", "Three people ask for most of it. Usually the same three."],
      ["The sentence", "You find the words that you can say."],
      ["Trying it", "First with someone who matters little, then with someone who does."],
    ]),
    quote("I said no to my own brother. He thanked me.", "A teacher", "After the fourth talk"),
    questions("Before you write", [
      ["Is this therapy?", "No. If you need one, I will say so and help you find it."],
      ["What do the talks cost?", "Ninety each, after the talk. Students pay half."],
    ]),
    closing("One talk, no obligation", "You tell, I ask. Then you decide.", "Ask for the first talk"),
    footer("Clara Mendes", "Rua do Sol 14, Porto"),
  ].join("\n"),
  css: commonCss,
});
