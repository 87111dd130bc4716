import { plainLine } from "~/lib/plain-text";
import type { Finding } from "./finding";
import { comparable } from "./match-terms";
import { impersonationTerms, prohibitedTopics } from "./prohibited-topics";

const longestText = 20_000;
const around = 60;

function excerpt(words: string, hit: RegExpExecArray): string {
  const start = Math.max(0, hit.index - around);
  const nearby = words.slice(start, hit.index + hit[0].length + around);
  return `“${hit[0]}” in “${plainLine(nearby, 200)}”`;
}

/** Hints only: words convict nobody, they make people look. */
export function judgeWords(text: string, where: "page" | "message"): Finding[] {
  const words = comparable(text.slice(0, longestText));
  const findings: Finding[] = [];
  for (const topic of prohibitedTopics) {
    const hit = topic.words.exec(words);
    if (!hit) continue;
    findings.push({
      rule: `content.${topic.id}`,
      severity: "warn",
      message: `The ${where} seems to be about ${topic.noun}, which the acceptable use policy restricts.`,
      evidence: excerpt(words, hit),
      remedy: "Read the policy's part about it. Take it out if it does not allow it.",
    });
  }
  const pressed = impersonationTerms.exec(words);
  if (pressed) {
    findings.push({
      rule: "phishing.pressure",
      severity: "warn",
      message: `The ${where} uses words by which people are tricked into giving away accounts.`,
      evidence: excerpt(words, pressed),
      remedy: "Say plainly who you are and what you ask for. Whoever poses as somebody else is suspended.",
    });
  }
  return findings;
}
