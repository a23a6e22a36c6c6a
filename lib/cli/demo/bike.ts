import { type DemoEvent, type DemoSet, days, timed } from "./demo-set.ts";
import { readDemoCsv } from "./read-csv.ts";
import { monthsUntilAhead, shiftMonths } from "./shift-months.ts";

const numeric = ["temp", "atemp", "hum", "windspeed", "hr", "weekday"];
const categorical = ["season", "holiday", "workingday", "weathersit"];
const instant = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);

/** Bike sharing: hourly demand with predictions; the counts come in an hour later. */
export function bike(nowMs: number): DemoSet {
  const rows = readDemoCsv("bike_jan_feb_2011_with_rerun_predictions.csv.gz");
  const months = monthsUntilAhead(instant(rows.at(-1)?.timestamp ?? ""), nowMs);
  const event = (row: Record<string, string>): DemoEvent & { label: number } => ({
    id: row.instant ?? "",
    timestamp: new Date(shiftMonths(instant(row.timestamp ?? ""), months)).toISOString(),
    version: "v2",
    prediction: Number(row.prediction),
    label: Number(row.cnt),
    features: {
      ...Object.fromEntries(numeric.map((name) => [name, Number(row[name])])),
      ...Object.fromEntries(categorical.map((name) => [name, row[name] ?? null])),
    },
    segments: { day: row.workingday === "1" ? "working day" : "free day" },
  });
  return {
    model: {
      slug: "bike-sharing-demand",
      name: "Bike sharing demand",
      task: "regression",
      team: "mobility",
      criticality: "medium",
      description:
        "Predicts how many bikes are rented in the next hour. Public data of Capital Bikeshare (UCI, CC BY 4.0; Fanaee-T and Gama 2013), moved in time by whole months.",
      schema: {
        features: [...numeric.map((name) => ({ name, type: "numeric" })), ...categorical.map((name) => ({ name, type: "categorical" }))],
        groups: [],
        segments: ["day"],
      },
      labelDelay: "PT1H",
      window: "1d",
      minimumRows: 12,
    },
    versions: [
      {
        version: "v2",
        stage: "champion",
        notes: "Random forest on January.",
        trainedAt: new Date(shiftMonths(instant("2011-01-01 00:00:00"), months)).toISOString(),
      },
    ],
    reference: rows.filter((row) => row.period === "reference").map(event),
    ...timed(rows.map(event), days(1 / 24)),
  };
}
