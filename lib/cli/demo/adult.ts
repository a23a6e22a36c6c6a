import { type DemoEvent, type DemoSet, days, timed } from "./demo-set.ts";
import { mulberry32 } from "./mulberry32.ts";
import { readDemoCsv } from "./read-csv.ts";

const numeric = ["age", "education-num", "capital-gain", "capital-loss", "hours-per-week"];
const categorical = ["workclass", "education", "marital-status", "occupation", "relationship", "native-country"];
const known = (text: string | undefined) => (text === undefined || text === "" || text === "?" ? null : text);

/** One row of the census as a decision of the simulated service. */
export function adultEvent(row: Record<string, string>, id: string, atMs: number, random: () => number): DemoEvent & { label: number } {
  // A service answers in some 20 ms, now and then in ten times that; one call in 300 fails.
  const latencyMs = Math.round((12 + 10 * -Math.log(1 - random()) + (random() < 0.01 ? 180 : 0)) * 10) / 10;
  return {
    id,
    timestamp: new Date(atMs).toISOString(),
    version: "v1",
    score: Number(row.y_score),
    prediction: Number(row.y_pred),
    label: Number(row.y_true),
    features: {
      ...Object.fromEntries(numeric.map((name) => [name, Number(row[name])])),
      ...Object.fromEntries(categorical.map((name) => [name, known(row[name])])),
    },
    groups: { sex: row.sex ?? "", race: row.race ?? "" },
    segments: { hours: Number(row["hours-per-week"]) > 40 ? "over 40 h" : "up to 40 h" },
    latencyMs,
    ...(random() < 1 / 300 ? { error: "upstream timeout" } : {}),
  };
}

/** Adult income: the data has no times, so 18 batches of five days are made up for the demonstration; the page says so. */
export function adult(nowMs: number): DemoSet {
  const rows = readDemoCsv("adult_with_rerun_decision_tree_predictions.csv.gz");
  const random = mulberry32(1994);
  const end = nowMs - (nowMs % 3_600_000);
  const start = end - days(90);
  const step = (end - start) / rows.length;
  const events = rows.map((row, index) => adultEvent(row, `adult-${index}`, Math.floor(start + index * step), random));
  const referenceRows = Math.floor(rows.length / 6);
  return {
    model: {
      slug: "adult-income",
      name: "Adult income",
      task: "binary",
      team: "people-analytics",
      criticality: "critical",
      description:
        "Decides whether a person earns over 50,000. Public census data (UCI, CC BY 4.0). The data has no times: those of its history are made up, and a simulated service goes on sending rows of it.",
      schema: {
        features: [
          ...numeric.map((name) => ({
            name,
            type: "numeric",
            ...(name === "age" ? { expectations: { min: 16, max: 100, missingAllowed: false } } : {}),
          })),
          ...categorical.map((name) => ({ name, type: "categorical" })),
        ],
        groups: ["sex", "race"],
        segments: ["hours"],
      },
      labelDelay: "PT1H",
      window: "1d",
    },
    versions: [{ version: "v1", stage: "champion", notes: "Decision tree.", trainedAt: new Date(start - days(3)).toISOString() }],
    reference: events.slice(0, referenceRows),
    ...timed(events, days(1 / 24)),
  };
}
