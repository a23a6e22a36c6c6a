import type { EventRow } from "#lib/domain/events/event";
import type { Model } from "#lib/domain/models/model";
import { readCsvGz } from "./read-csv-gz.ts";

export const californiaFeatures = [
  "MedInc",
  "HouseAge",
  "AveRooms",
  "AveBedrms",
  "Population",
  "AveOccup",
  "Latitude",
  "Longitude",
] as const;

/** The model of the California housing data, as counting needs it. */
export const californiaModel: Pick<Model, "task" | "decisionThreshold" | "positiveLabel" | "schema"> = {
  task: "binary",
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: {
    features: californiaFeatures.map((name, slot) => ({ name, type: "numeric", slot })),
    groups: [],
    segments: [],
    nextSlot: californiaFeatures.length,
  },
};

/** The real rows with their labels: 5,832 of the reference, 8,232 after it, one an hour. */
export function californiaRows(part: "reference" | "analysis"): EventRow[] {
  const table = readCsvGz(`california_housing_${part}.csv.gz`);
  const features = californiaFeatures.map((name) => table.numbers(name));
  const [ids, times, predictions, scores] = [
    table.text("id"),
    table.text("timestamp"),
    table.text("y_pred"),
    table.numbers("y_pred_proba"),
  ];
  const labels = part === "reference" ? labelsOf(ids, table.text("clf_target")) : analysisLabels();
  return ids.map((id, row) => ({
    id,
    atMicros: Date.parse(`${(times[row] ?? "").replace(" ", "T")}Z`) * 1000,
    score: scores[row] ?? null,
    prediction: bit(predictions[row]),
    label: labels.get(id) ?? null,
    latencyMs: null,
    error: null,
    cells: features.map((values) => values[row]),
    scores: null,
    attributions: null,
  }));
}

function analysisLabels(): Map<string, string | null> {
  const table = readCsvGz("california_housing_analysis_gt.csv.gz");
  return labelsOf(table.text("id"), table.text("clf_target"));
}

function labelsOf(ids: string[], targets: string[]): Map<string, string | null> {
  return new Map(ids.map((id, row) => [id, bit(targets[row])]));
}

const bit = (text: string | undefined): string | null => (text === undefined || text === "" ? null : String(Number(text)));
