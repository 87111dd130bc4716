import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Skeleton } from "~/components/ui/skeleton";
import type { HintArea } from "~/domain/pages/page-hint";
import type { PageChecks } from "~/domain/publishing/page-checks";
import { FindingList } from "../finding-list";

const areas: Record<HintArea, { title: string; fine: string }> = {
  access: { title: "For everyone", fine: "Readable by everyone: nothing found" },
  search: { title: "Search results", fine: "Ready for search results" },
  leads: { title: "Leads and privacy", fine: "Forms and pictures are fine" },
  weight: { title: "Weight", fine: "Light" },
};

interface Props {
  checks: PageChecks | undefined;
  onShow: (path: string) => void;
}

/** What the last save looks like to acceptable use, to people and to search engines; each hint leads to its spot. */
export function ChecksPanel({ checks, onShow }: Props) {
  if (!checks) return <Skeleton label="Checking the page" />;
  return (
    <div className="checks">
      {checks.findings.length > 0 && (
        <section aria-label="Before publishing">
          <h3 className="checks-title">Before publishing</h3>
          <FindingList findings={checks.findings} />
        </section>
      )}
      {Object.entries(areas).map(([area, { title, fine }]) => {
        const hints = checks.hints.filter((hint) => hint.area === area);
        const size = area === "weight" ? `, ${Math.max(1, Math.round(checks.htmlBytes / 1000))} kB` : "";
        return (
          <section key={area} aria-label={title}>
            <h3 className="checks-title">{title}</h3>
            {hints.length === 0 && (
              <Badge tone="good">
                {fine}
                {size}
              </Badge>
            )}
            <ul className="findings">
              {hints.map((hint) => (
                <li key={`${hint.id} ${hint.path ?? ""}`} className="finding">
                  <p className="finding-message">{hint.message}</p>
                  <p className="soft">{hint.remedy}</p>
                  {hint.path !== undefined && (
                    <Button small onClick={() => onShow(hint.path ?? "")}>
                      Show it
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
