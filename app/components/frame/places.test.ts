import { expect, test } from "vitest";
import { isInPlace, places } from "./places";

const at = (pathname: string) =>
  places.filter((place) => isInPlace(place, "/w/harbour", pathname)).map(({ key }) => key);

test("an address is in one place, and experiments are in the place of their pages", () => {
  expect(at("/w/harbour")).toEqual(["home"]);
  expect(at("/w/harbour/")).toEqual(["home"]);
  expect(at("/w/harbour/pages")).toEqual(["pages"]);
  expect(at("/w/harbour/pages/page_01/report")).toEqual(["pages"]);
  expect(at("/w/harbour/experiments/xpt_01")).toEqual(["pages"]);
  expect(at("/w/harbour/settings/sites")).toEqual(["settings"]);
  expect(at("/w/harbour/pageship")).toEqual([]);
  expect(at("/w/harbourside/pages")).toEqual([]);
});
