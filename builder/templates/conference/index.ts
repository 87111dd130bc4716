import { commonBlocks, commonCss } from "../block-sets";
import { email, fullName } from "../sections/form";
import { openingPoster } from "../sections/openings";
import { people, schedule } from "../sections/parts";
import { featureList, footer, formSection, questions } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. Your place is kept for 48 hours; the way to pay is in your mailbox.";

export const conference = defineTemplate({
  id: "conference",
  name: "Conference",
  goal: "Events",
  description: "Two days, speakers, programme, and a form for a place.",
  title: "Concrete is not the end",
  metaDescription: "Two days about building with what is there. Rotterdam, 18 and 19 September.",
  thankYou,
  welcome: {
    text: "We keep your place for 48 hours. It is yours once it is paid.",
    button: "Pay for the place",
  },
  look: { type: "future", radius: 0, width: 80 },
  colours: {
    accent: "#14160d",
    accentInk: "#ffffff",
    second: "#c8ff3d",
    tint: "#efefe9",
    paper: "#ffffff",
    line: "#cfd0c6",
    ink: "#14160d",
    inkSoft: "#4b4e3f",
  },
  blocks: commonBlocks,
  html: [
    openingPoster({
      eyebrow: "18 and 19 September, Rotterdam",
      title: "Concrete is not the end",
      lead: "Two days about building with what is already there. Twelve talks, four walks, one demolition that does not take place.",
      action: "Keep a place",
      facts: ["12 talks", "4 walks", "300 places", "In English"],
    }),
    people("Who speaks", [
      ["Lena Vos", "Takes houses apart in order"],
      ["Ade Bello", "Counts the carbon in walls"],
      ["Yuki Mori", "Builds with one tool"],
      ["Pia Lund", "Wrote the law on reuse"],
    ]),
    schedule("The two days", [
      ["Thu 9:30", "Opening: what a city already owns"],
      ["Thu 13:30", "Four walks, in groups of twenty"],
      ["Fri 9:00", "Workshops: cut, carry, count"],
      ["Fri 16:00", "The demolition that does not take place"],
    ]),
    featureList("Practical", [
      ["pin", "Where", "Van Nelle factory, ten minutes from the station."],
      ["tag", "Price", "240, students 60, lunch included."],
      ["shield", "Access", "Step-free, with hearing loop and quiet room."],
    ]),
    formSection("Keep a place", "We hold it for 48 hours.", {
      name: "Conference",
      fields: [
        fullName(),
        email(),
        { name: "ticket", label: "Which place?", options: ["Regular", "Student"], required: true },
      ],
      consent: "Send me next year's programme. I can stop at any time.",
      button: "Keep my place",
      thankYou,
    }),
    questions("Questions", [
      ["May I come for one day?", "Yes, for 140. Say so in your answer to our message."],
      ["Is it recorded?", "The talks are. The walks are not."],
    ]),
    footer("Second Life of Buildings", "Van Nelleweg 1, Rotterdam"),
  ].join("\n"),
  css: `${commonCss}
.poster{background:var(--second);color:var(--ink)}
.poster .button{background:var(--ink);color:var(--paper)}
.person:nth-child(even) .person-sign{background:var(--second);color:var(--ink)}`,
});
