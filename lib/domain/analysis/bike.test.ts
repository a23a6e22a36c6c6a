import { expect, test } from "vitest";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { exampleQuestion, exampleRow } from "#lib/testing/example-question";
import { profileOf } from "#lib/testing/profile-windows";
import { readCsvGz } from "#lib/testing/read-csv-gz";
import { buildEstimatedPerformance } from "./estimated-performance.ts";
import { buildPerformance } from "./performance.ts";

const model = {
  task: "regression" as const,
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: { features: [], groups: [], segments: [], nextSlot: 0 },
};
const spec = specWithoutReference(model);
const table = readCsvGz("bike_jan_feb_2011_with_rerun_predictions.csv.gz");
const [times, labels, predictions, periods] = [table.text("timestamp"), table.text("cnt"), table.text("prediction"), table.text("period")];
const rows = times.map((time, row) => ({
  time,
  period: periods[row],
  event: exampleRow({ label: labels[row] ?? null, prediction: predictions[row] ?? null }),
}));

const metricsOf = (chosen: typeof rows) => {
  const question = exampleQuestion(model, {
    spec,
    windows: [
      {
        start: 0,
        end: 1,
        profile: profileOf(
          spec,
          chosen.map(({ event }) => event),
        ),
      },
    ],
  });
  return { performance: buildPerformance(question).windows[0], estimated: buildEstimatedPerformance(question) };
};

test("the error of the bike sharing model is the published one", () => {
  const { performance } = metricsOf(rows.filter(({ time }) => time >= "2011-01-29" && time < "2011-02-08"));
  expect(performance?.metrics.meanError?.value).toBeCloseTo(-6.141446808510638, 9);
  expect(performance?.metrics.mae?.value).toBeCloseTo(13.381276595744682, 9);
  const reference = metricsOf(rows.filter(({ period }) => period === "reference")).performance?.metrics;
  expect(reference?.meanError?.value).toBeCloseTo(-0.03, 2);
  expect(reference?.mae?.value).toBeCloseTo(4.1, 1);
  expect(reference?.mape?.value).toBeCloseTo(0.1613, 4);
});

test("a regression cannot be estimated from scores and says so", () => {
  const { estimated } = metricsOf(rows);
  expect(estimated).toMatchObject({ estimated: true, reason: "not_binary" });
  expect(estimated.windows[0]?.metrics.mae).toMatchObject({ value: null, reason: "not_binary" });
});
