import type { ThemeColours } from "./page-theme";

export interface Palette {
  name: string;
  colours: ThemeColours;
}

const palette = (
  name: string,
  [accent, accentInk, second]: [string, string, string],
  [ink, inkSoft]: [string, string],
  [paper, surface, tint, line]: [string, string, string, string],
): Palette => ({
  name,
  colours: { accent, accentInk, second, ink, inkSoft, paper, surface, tint, line },
});

/** Finished sets of colours, each readable in every pair that blocks use. */
export const palettes: readonly Palette[] = [
  palette(
    "Harbour",
    ["#0b5f60", "#ffffff", "#e2a03f"],
    ["#1c2430", "#4a5462"],
    ["#fdfcf9", "#ffffff", "#edf4f3", "#dfdad0"],
  ),
  palette(
    "Ink",
    ["#1f2937", "#ffffff", "#f59e0b"],
    ["#111827", "#4b5563"],
    ["#ffffff", "#ffffff", "#f3f4f6", "#e5e7eb"],
  ),
  palette(
    "Sky",
    ["#1d4ed8", "#ffffff", "#f97316"],
    ["#0f172a", "#475569"],
    ["#fbfdff", "#ffffff", "#eaf1fe", "#d9e2f0"],
  ),
  palette(
    "Berry",
    ["#9d174d", "#ffffff", "#f0abfc"],
    ["#271019", "#6b4553"],
    ["#fffbfc", "#ffffff", "#fceef3", "#f0dbe3"],
  ),
  palette(
    "Clay",
    ["#a3441d", "#ffffff", "#2f6f6b"],
    ["#2b1c14", "#67523f"],
    ["#fffaf5", "#ffffff", "#f8ecdf", "#eadbc9"],
  ),
  palette(
    "Meadow",
    ["#2f6b2f", "#ffffff", "#d9a514"],
    ["#182318", "#485948"],
    ["#fbfdf8", "#ffffff", "#edf5e8", "#dae5d3"],
  ),
  palette(
    "Plum",
    ["#5b34a8", "#ffffff", "#14b8a6"],
    ["#1c1530", "#534a6b"],
    ["#fcfbff", "#ffffff", "#f0ebfb", "#e2daf2"],
  ),
  palette(
    "Lemon",
    ["#2e2b0d", "#fde047", "#facc15"],
    ["#1a1a12", "#4f4d3c"],
    ["#fffef7", "#ffffff", "#fdf6d3", "#ebe4bf"],
  ),
  palette(
    "Night",
    ["#5eead4", "#0b1f22", "#fbbf24"],
    ["#f1f5f9", "#b6c2cf"],
    ["#0f1720", "#18222d", "#16202b", "#2c3947"],
  ),
  palette(
    "Ember",
    ["#fb923c", "#21120a", "#f472b6"],
    ["#fdf4ec", "#cdbcae"],
    ["#1b1411", "#261c18", "#231a16", "#41332b"],
  ),
];
