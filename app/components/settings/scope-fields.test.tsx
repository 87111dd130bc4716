import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormContext } from "~/components/ui/form-context";
import type { FormState } from "~/components/ui/form-state";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { ScopeFields } from "./scope-fields";

const shown = (state: FormState = {}) =>
  renderToStaticMarkup(
    <FormContext.Provider value={{ id: "create", state, pending: false }}>
      <ScopeFields />
    </FormContext.Provider>,
  );

describe("choosing what a key may do", () => {
  it("offers a preset before boxes by what they are about, none of them ticked", () => {
    const html = shown();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/name="access"/g)).toHaveLength(3);
    expect(html.match(/name="scopes"/g)).toHaveLength(apiScopeNames.length);
    expect(html).not.toMatch(/name="scopes"[^>]*checked/);
    expect(html.indexOf("Read everything")).toBeLessThan(html.indexOf('name="scopes"'));
  });

  it("keeps what was ticked, and says what is missing where the summary leads to", () => {
    const html = shown({
      values: { access: "chosen", scopes: ["leads:read"] },
      errors: { scopes: "Choose at least one thing." },
    });
    expect(html.match(/checked=""/g)).toHaveLength(2);
    expect(html).toContain('id="create-scopes"');
    expect(html).toContain("Choose at least one thing.");
  });
});
