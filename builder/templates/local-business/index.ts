import { commonBlocks, commonCss } from "../block-sets";
import { email, fullName } from "../sections/form";
import { openingPoster } from "../sections/openings";
import { priceList, schedule } from "../sections/parts";
import { featureList, footer, formSection } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. We keep a place on the stand for you, and confirm it today.";

export const localBusiness = defineTemplate({
  id: "local-business",
  name: "Local business",
  goal: "Enquiries",
  description: "A shop, a workshop or a salon: what it does, what it costs, when it is open.",
  title: "Bicycles, mended by tomorrow",
  metaDescription: "A workshop behind the station. Bring it before ten, ride it home after work.",
  thankYou,
  welcome: {
    text: "We keep a place on the stand for you. Bring the bicycle before ten, and ride home after work.",
  },
  look: { type: "sturdy", radius: 0, spacing: 0.85 },
  colours: {
    accent: "#9a3412",
    second: "#facc15",
    tint: "#fdf3d8",
    paper: "#fffdf5",
    line: "#ead9ad",
    ink: "#1f1a14",
    inkSoft: "#574c3d",
  },
  blocks: commonBlocks,
  html: [
    openingPoster({
      eyebrow: "Workshop behind the station",
      title: "Mended by tomorrow",
      lead: "Brakes, gears, wheels, lamps. Bring it before ten and ride it home after work. If it takes longer, we lend you one.",
      action: "Keep me a place",
      facts: ["Monday to Friday 7 to 19", "Saturday 9 to 14", "12 Station Yard", "All makes"],
    }),
    priceList("What it costs", "Parts are extra, and we ring before we fit any.", [
      ["Puncture", "14"],
      ["Brakes, both", "32"],
      ["Gears adjusted", "24"],
      ["Wheel trued", "18"],
      ["Whole service", "89"],
    ]),
    featureList(
      "Why here",
      [
        ["clock", "By tomorrow", "Nine of ten are ready on the same day."],
        ["chat", "Told beforehand", "No work without your word, no bill without a list."],
        ["shield", "Guaranteed", "Six months on everything we have had in our hands."],
      ],
      "",
    ),
    schedule("When we are here", [
      ["7 to 10", "Hand it in. Coffee is ready."],
      ["10 to 17", "We mend. You may watch."],
      ["17 to 19", "Ride it home."],
    ]),
    formSection("Keep a place on the stand", "We answer on the same day.", {
      name: "Appointment",
      fields: [
        fullName(),
        email(),
        { name: "day", label: "Which day suits you?", type: "date" },
        { name: "trouble", label: "What is wrong with it?", type: "textarea" },
      ],
      consent: "Remind me of the service in spring. I can stop at any time.",
      button: "Keep me a place",
      thankYou,
    }),
    footer("Station Yard Bicycles", "12 Station Yard, Ghent"),
  ].join("\n"),
  css: commonCss,
});
