import { type DemoEvent, type DemoSet, days, timed } from "./demo-set.ts";
import { readDemoCsv } from "./read-csv.ts";
import { monthsUntilAhead, shiftMonths } from "./shift-months.ts";

const features = ["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude"];

/** Boxes of latitude and longitude; what is in neither is the rest of the state. */
function region(latitude: number, longitude: number): string {
  if (latitude > 37 && latitude < 38.6 && longitude < -121.5) return "Bay Area";
  if (latitude > 33.4 && latitude < 34.5 && longitude > -119 && longitude < -117) return "Los Angeles basin";
  return "Rest of state";
}

const instant = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);

/** California housing, moved by whole months so that its last rows lie just ahead of now; labels come a week late. */
export function california(nowMs: number): DemoSet {
  const labels = new Map(readDemoCsv("california_housing_analysis_gt.csv.gz").map((row) => [row.id ?? "", Number(row.clf_target)]));
  const reference = readDemoCsv("california_housing_reference.csv.gz");
  const analysis = readDemoCsv("california_housing_analysis.csv.gz");
  const months = monthsUntilAhead(instant(analysis.at(-1)?.timestamp ?? ""), nowMs);
  const versionSince: [string, number][] = [
    ["v3", shiftMonths(instant("2021-12-01 00:00:00"), months)],
    ["v2", shiftMonths(instant("2021-06-01 00:00:00"), months)],
  ];
  const event = (row: Record<string, string>): DemoEvent & { label: number } => {
    const at = shiftMonths(instant(row.timestamp ?? ""), months);
    return {
      id: row.id ?? "",
      timestamp: new Date(at).toISOString(),
      version: versionSince.find(([, since]) => at >= since)?.[0] ?? "v1",
      score: Number(row.y_pred_proba),
      prediction: Number(row.y_pred),
      label: row.clf_target === undefined ? (labels.get(row.id ?? "") ?? 0) : Number(row.clf_target),
      features: Object.fromEntries(features.map((name) => [name, Number(row[name])])),
      segments: { region: region(Number(row.Latitude), Number(row.Longitude)) },
    };
  };
  const frozen = reference.map(event);
  return {
    model: {
      slug: "california-housing",
      name: "California housing",
      task: "binary",
      team: "valuation",
      criticality: "high",
      description:
        "Says whether a district's homes are of high value. Public data of NannyML (Apache-2.0), moved in time by whole months so that it ends just ahead of today; new rows arrive every hour, labels a week later.",
      schema: { features: features.map((name) => ({ name, type: "numeric" })), groups: [], segments: ["region"] },
      labelDelay: "P7D",
      window: "1mo",
    },
    versions: [
      {
        version: "v1",
        stage: "retired",
        notes: "The reference period.",
        trainedAt: new Date(shiftMonths(instant("2020-09-15 00:00:00"), months)).toISOString(),
      },
      {
        version: "v2",
        stage: "retired",
        notes: "Retrained on the reference period.",
        trainedAt: new Date((versionSince[1]?.[1] ?? 0) - days(2)).toISOString(),
      },
      {
        version: "v3",
        stage: "champion",
        notes: "Calibrated anew after the autumn incident.",
        trainedAt: new Date((versionSince[0]?.[1] ?? 0) - days(2)).toISOString(),
      },
    ],
    reference: frozen,
    ...timed([...frozen, ...analysis.map(event)], days(7)),
  };
}
