import { describe, expect, it } from "vitest";
import { cleanCaptions } from "./clean-captions";

const cue = "00:01.000 --> 00:04.000";

describe("captions of a film", () => {
  it("keep their words, their times and where they stand", () => {
    const given = `\ufeffWEBVTT - a title\r\n\r\nfirst\r\n${cue} align:start line:90%\r\nGood day,\r\n<i>dear</i> guests\r\n\r\n00:00:05.000 --> 00:00:06.500\r\nBye`;
    expect(cleanCaptions(given)).toBe(
      `WEBVTT\n\n${cue} align:start line:90%\nGood day,\n<i>dear</i> guests\n\n00:00:05.000 --> 00:00:06.500\nBye\n`,
    );
  });

  it("lose styles, regions, notes, names and foreign markup", () => {
    const given = `WEBVTT\n\nSTYLE\n::cue{background:url(https://evil.example/)}\n\nREGION\nid:a\n\nNOTE mine\n\n${cue} region:a evil:1\n<v Ada>Hello</v> <c.red onclick=x>you</c> 1 < 2 <b onmouseover=x>all</b>\n`;
    const cleaned = cleanCaptions(given) ?? "";
    expect(cleaned).not.toMatch(/evil|STYLE|REGION|NOTE|onclick|onmouse|Ada/);
    expect(cleaned).toContain("Hello you 1 &lt; 2 all");
  });

  it("read again are the same", () => {
    const once = cleanCaptions(`WEBVTT\n\n${cue}\nIf a &lt; b <b>then</b> 3 < 4 > 2\n`) ?? "";
    expect(cleanCaptions(once)).toBe(once);
  });

  it("are none where nothing is said, or where it is another file", () => {
    for (const given of ["", "WEBVTT", "WEBVTTX\n\n", `${cue}\nwords`, "<!doctype html><script>1</script>"])
      expect(cleanCaptions(given)).toBeUndefined();
    expect(cleanCaptions(`WEBVTT\n\n99:99.000 --> x\nwords\n`)).toBeUndefined();
  });
});
