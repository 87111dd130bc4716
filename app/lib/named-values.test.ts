import { expect, it } from "vitest";
import { namedValues, valueNamed } from "./named-values";

const odd = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

it("takes any name, keeps it on the way through JSON, and has nothing that was not put in", () => {
  for (const name of odd) {
    const values = namedValues();
    expect(values[name]).toBeUndefined();
    values[name] = "given";
    const read = namedValues<string>(JSON.parse(JSON.stringify(values)));
    expect(Object.entries(read)).toEqual([[name, "given"]]);
    expect(valueNamed(JSON.parse(JSON.stringify(values)), name)).toBe("given");
    expect(valueNamed({}, name)).toBeUndefined();
  }
});
