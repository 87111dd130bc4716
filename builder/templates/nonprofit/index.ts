import { commonBlocks, commonCss } from "../block-sets";
import { hills } from "../sections/art";
import { email, firstName } from "../sections/form";
import { openingScene } from "../sections/openings";
import { story } from "../sections/parts";
import { facts, featureList, footer, formSection, questions } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The next Saturday and the meeting point are on their way to you.";

export const nonprofit = defineTemplate({
  id: "nonprofit",
  name: "Nonprofit",
  goal: "Audience",
  description: "What is at stake, what has been done and how to take part.",
  title: "Bring the river back",
  metaDescription: "Volunteers clear weirs, plant banks and count fish. See what a Saturday can do.",
  thankYou,
  welcome: {
    text: "We meet on the next Saturday at nine, at the old mill. Boots and tools are there; you need only come.",
  },
  look: { type: "warm", radius: 14 },
  colours: {
    accent: "#0e5a6b",
    second: "#f2b25c",
    tint: "#e6f1f0",
    paper: "#fcfdfb",
    line: "#cfe0df",
    ink: "#11282e",
    inkSoft: "#41585e",
  },
  blocks: commonBlocks,
  html: [
    openingScene(
      {
        eyebrow: "Friends of the Lower Wye",
        title: "Bring the river back",
        lead: "Twelve kilometres of it have no fish. It takes boots, patience and a Saturday.",
        action: "Come along once",
      },
      hills({ ground: "#cfe6e4", one: "#0e5a6b", two: "#3f8f8a", three: "#f2b25c" }),
    ),
    facts([
      ["Kilometres cleared", "31"],
      ["Trees planted", "4,200"],
      ["People last year", "618"],
    ]),
    story("What happened to it", [
      "Weirs from the time of the mills still stand across the river. Behind each of them the water is warm and slow, and nothing that needs gravel can spawn.",
      "We take the weirs out stone by stone, where the owners agree, and plant alder on the banks. Two summers later the first trout come back. We know, because we count them.",
      "It needs no skill. It needs eight people who can lift, and one who brings soup.",
    ]),
    featureList("How to take part", [
      ["calendar", "A Saturday", "Once a month, from nine to one. Tools and boots are there."],
      ["home", "From home", "Counting fish in photographs takes ten minutes."],
      ["leaf", "With money", "Thirty pays for ten alders and their stakes."],
    ]),
    formSection("Come along once", "We send you the next date, and how to get there.", {
      name: "Taking part",
      fields: [
        firstName(),
        email(),
        {
          name: "way",
          label: "How would you like to help?",
          options: ["A Saturday", "From home", "With money"],
        },
      ],
      consent: "Send me news of the river four times a year. I can stop at any time.",
      button: "Send me the date",
      thankYou,
    }),
    questions("Questions", [
      ["May children come?", "From ten years on, with someone who knows them."],
      ["Where does the money go?", "Ninety-one of a hundred into the river. The accounts are public."],
    ]),
    footer("Friends of the Lower Wye", "The Old Mill, Hay-on-Wye"),
  ].join("\n"),
  css: commonCss,
});
