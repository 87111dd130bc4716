import { z } from "zod";
import { conversionOf, type Figures, type Share, type VariantShare } from "~/domain/analytics/figures";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { publicId } from "~/lib/ids";
import { idOrNull, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageParams } from "./pages";

const count = z.number().int();
const figures = z.object({
  views: count,
  visitors: count,
  form_starts: count,
  leads: count,
  conversion: z.number().nullable().meta({ description: "Leads for each visitor." }),
  bots: count.meta({ description: "Views by bots, in none of the others." }),
  duration_ms: count,
});
const share = z.object({
  name: z
    .string()
    .meta({ description: "Empty where it is not known; * for all that are too small to stand alone." }),
  views: count,
  visitors: count,
  leads: count
    .nullable()
    .meta({ description: "Null where a submission does not tell: by device and the like." }),
  conversions: count.meta({ description: "Visitors who became leads." }),
});

const variant = z.object({
  variant_id: z.string().nullable().meta({ description: "Null for the page outside of experiments." }),
  name: z.string(),
  versions: z.array(z.string()),
  views: count,
  visitors: count,
  form_starts: count,
  leads: count,
  conversions: count.meta({ description: "Visitors who became leads, each counted once." }),
  conversion: z.number().nullable(),
  interim: z.boolean().meta({
    description:
      "An experiment with a fixed horizon runs: what it finds is told once, at its end. Compare nothing before.",
  }),
});

const showVariant = (given: VariantShare) => ({
  variant_id: idOrNull("variant", given.variantId),
  name: given.name,
  versions: given.versionIds.map((id) => publicId("version", id)),
  views: given.views,
  visitors: given.visitors,
  form_starts: given.formStarts,
  leads: given.leads,
  conversions: given.conversions,
  conversion: conversionOf({ leads: given.conversions, visitors: given.visitors }) ?? null,
  interim: given.isUntold,
});

const showFigures = (given: Figures) => ({
  views: given.views,
  visitors: given.visitors,
  form_starts: given.formStarts,
  leads: given.leads,
  conversion: conversionOf(given) ?? null,
  bots: given.bots,
  duration_ms: given.durationMs,
});

const showShare = ({ name, views, visitors, leads, conversions }: Share) => ({
  name,
  views,
  visitors,
  leads: leads ?? null,
  conversions,
});

export const pageReports: ApiNoun = {
  name: "Page reports",
  description: "What a page brought, in the time zone of the workspace.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/pages/:page/report",
      scope: "pages:read",
      summary: "See views, visitors, leads, conversion and sources",
      params: pageParams,
      query: z
        .object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
        .refine(({ from, to }) => !from || !to || from <= to, {
          error: "The last day comes before the first.",
          path: ["to"],
        }),
      answer: z.object({
        page_id: shownId("page"),
        from: z.string(),
        to: z.string(),
        zone: z.string(),
        unit: z.enum(["day", "hour"]),
        views: count,
        visitors: count,
        leads: count,
        conversion: z.number().nullable().meta({ description: "Leads for each visitor." }),
        rounded: z.boolean().meta({
          description: "The workspace shows reports in tens and hides small groups.",
        }),
        totals: figures,
        before: figures.meta({ description: "The same number of days before." }),
        points: z.array(figures.extend({ start: shownTime })),
        sources: z.array(share),
        campaigns: z.array(share),
        devices: z.array(share),
        browsers: z.array(share),
        systems: z.array(share),
        languages: z.array(share),
        places: z
          .array(share)
          .meta({ description: "Countries or regions (ISO 3166), where a source is configured." }),
        by_variant: z.array(variant),
        by_version: z.array(variant),
      }),
      status: 200,
      run: async ({ deps, workspaceId, params, query }) => {
        const report = await getPageReport(deps, workspaceId, params.page, query);
        return {
          body: {
            page_id: publicId("page", report.pageId),
            from: report.from,
            to: report.to,
            zone: report.zone,
            unit: report.unit,
            views: report.totals.views,
            visitors: report.totals.visitors,
            leads: report.totals.leads,
            conversion: conversionOf(report.totals) ?? null,
            rounded: report.isRounded,
            totals: showFigures(report.totals),
            before: showFigures(report.before),
            points: report.points.map((point) => ({ ...showFigures(point), start: time(point.start) })),
            sources: report.shares.source.map(showShare),
            campaigns: report.shares.campaign.map(showShare),
            devices: report.shares.device.map(showShare),
            browsers: report.shares.browser.map(showShare),
            systems: report.shares.system.map(showShare),
            languages: report.shares.language.map(showShare),
            places: report.shares.place.map(showShare),
            by_variant: report.variants.map(showVariant),
            by_version: report.versions.map(showVariant),
          },
        };
      },
    }),
  ],
};
