import { type LetterView, writeLetter } from "./letter";

export const stoppedKeysLetter = (input: {
  workspaceName: string;
  keys: readonly string[];
  url: string;
}): LetterView =>
  writeLetter({
    subject: `${input.keys.length === 1 ? "An API key" : `${input.keys.length} API keys`} of ${input.workspaceName} stopped`,
    heading: input.keys.length === 1 ? "An API key has stopped" : "API keys have stopped",
    paragraphs: [
      `Whoever answered for ${input.keys.map((name) => `“${name}”`).join(", ")} may no longer keep keys in ${input.workspaceName}. What uses ${input.keys.length === 1 ? "it" : "them"} is refused from now on, so that nobody keeps a way in.`,
      "Safest is a new key for each program that still needs one. You can also let a stopped key work again and answer for it yourself: then everybody who knows it can use it.",
    ],
    button: { label: "See the keys", url: input.url },
    foot: "Foyer sends this to those who look after the workspace. It is not advertising.",
  });
