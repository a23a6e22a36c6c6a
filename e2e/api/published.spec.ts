import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Api, apiOf, asCsv, bearer, counted, expect, type Json, newModel, test } from "./api.ts";

/** What the publishers of the public data printed about it, asked for through the public API. */

const data = (file: string): Buffer => readFileSync(new URL(`../../lib/testing/data/${file}.csv.gz`, import.meta.url));

function table(file: string): { rows: string[][]; column: (name: string) => number } {
  const [header = "", ...lines] = gunzipSync(data(file)).toString("utf8").trimEnd().split("\n");
  const names = header.split(",");
  return { rows: lines.map((line) => line.split(",")), column: (name) => names.indexOf(name) };
}

/** A packed CSV as it is, its columns named by a mapping. */
async function send(
  api: Api,
  path: string,
  body: string | Buffer,
  mapping: Record<string, string | null> = {},
  method: "post" | "put" = "post",
) {
  const packed: Record<string, string> = Buffer.isBuffer(body) ? { "content-encoding": "gzip" } : {};
  const answer = await api[method](`${path}?mapping=${encodeURIComponent(JSON.stringify(mapping))}`, body, { ...asCsv, headers: packed });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json.rejected, answer.text).toBe(0);
  return answer.json;
}

const near = (value: number | null, expected: number, within: number, what = "") => {
  expect(value, what).not.toBeNull();
  expect(Math.abs((value ?? Number.NaN) - expected), `${what} ${value} against ${expected}`).toBeLessThanOrEqual(within);
};

/** Printed without rounding: the digits are cut off. */
const truncated = (value: number, digits: number) => Math.trunc(value * 10 ** digits) / 10 ** digits;

test.describe("California housing (NannyML)", () => {
  const features = ["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude"];
  const mapping = {
    ...Object.fromEntries(features.map((name) => [name, `features.${name}`])),
    y_pred_proba: "score",
    y_pred: "prediction",
    clf_target: "label",
  };
  /** month: rows, ROC AUC, accuracy, tp, fp, fn, tn */
  const months: Record<string, number[]> = {
    "2021-06": [720, 0.884175, 0.847222, 21, 6, 104, 589],
    "2021-07": [744, 0.760062, 0.818548, 3, 0, 135, 606],
    "2021-08": [744, 0.704325, 0.560484, 0, 0, 327, 417],
    "2021-09": [720, 0.669772, 0.516667, 0, 0, 348, 372],
    "2021-10": [744, 0.8335, 0.283602, 85, 0, 533, 126],
    "2021-11": [720, 0.731549, 0.566667, 20, 1, 311, 388],
    "2021-12": [744, 0.933917, 0.486559, 246, 0, 382, 116],
    "2022-01": [744, 0.869353, 0.49328, 322, 0, 377, 45],
    "2022-02": [672, 0.933453, 0.596726, 146, 3, 268, 255],
    "2022-03": [744, 0.704867, 0.606183, 15, 6, 287, 436],
    "2022-04": [720, 0.975394, 0.658333, 34, 0, 246, 440],
    "2022-05": [216, 0.950922, 0.759259, 53, 0, 52, 111],
  };
  const meanKs: Record<string, number> = {
    Longitude: 0.712709,
    Latitude: 0.672904,
    HouseAge: 0.201638,
    MedInc: 0.154952,
    AveOccup: 0.14389,
    AveRooms: 0.129277,
    AveBedrms: 0.08914,
    Population: 0.073562,
  };
  const wholeRange: Record<string, [ks: number, psi: number, wasserstein: number, normalized: number]> = {
    MedInc: [0.068746576, 0.037860295, 0.304730336, 0.157537337],
    HouseAge: [0.08675369, 0.081211997, 2.086359764, 0.178564821],
    AveOccup: [0.083792247, 0.055772256, 0.387773045, 0.235714105],
    Latitude: [0.507024179, 3.754168843, 1.8722863, 1.124457995],
    Longitude: [0.512293689, 5.151332134, 1.823509995, 1.243107242],
  };
  let model = "";
  const analysis = "from=2021-06-01&to=2022-05-10&window=1mo";
  const all = "from=2020-10-01&to=2022-05-10&window=1mo";

  test.beforeAll(async ({ tokens, playwright, baseURL }) => {
    const context = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
    const api = apiOf(context, bearer(tokens.scientist));
    model = await newModel(api, "california", {
      window: "1mo",
      schema: { features: features.map((name) => ({ name, type: "numeric" })) },
    });
    const reference = await send(api, `/models/${model}/reference`, data("california_housing_reference"), mapping, "put");
    expect(reference).toMatchObject({ version: 1, rows: 5832, rejected: 0, errors: [] });
    // The reference's own months are windows too: they are sent as predictions beside the later ones, whose labels come apart.
    expect(await send(api, `/models/${model}/predictions`, data("california_housing_reference"), mapping)).toMatchObject({
      accepted: 5832,
    });
    expect(await send(api, `/models/${model}/predictions`, data("california_housing_analysis"), mapping)).toMatchObject({ accepted: 8232 });
    expect(await send(api, `/models/${model}/labels`, data("california_housing_analysis_gt"), mapping)).toMatchObject({
      accepted: 8232,
      pending: 0,
    });
    await counted(api, model);
    await context.dispose();
  });

  test("confusion, accuracy and ROC AUC of every month", async ({ scientist }) => {
    const { json } = await scientist.get(`/models/${model}/performance?${analysis}`);
    expect(json.windows.map(({ start }: Json) => start.slice(0, 7))).toEqual(Object.keys(months));
    for (const window of json.windows) {
      const month = window.start.slice(0, 7);
      const [rows = 0, auc = 0, accuracy = 0, tp, fp, fn, tn] = months[month] ?? [];
      expect(window, month).toMatchObject({ predictions: rows, labelled: rows, coverage: 1, confusion: { tp, fp, fn, tn } });
      near(window.metrics.rocAuc.value, auc, 0.001, month);
      near(window.metrics.accuracy.value, accuracy, 1e-6, month);
    }
    const precision = json.windows[2].metrics.precision;
    expect(precision).toMatchObject({ value: null, reason: "no_positive_predictions" });
    expect(json.windows[2].metrics.recall.value).toBe(0);
  });

  test("the lower limit is mean − 3 standard deviations of the reference's months; three months fall below it", async ({ scientist }) => {
    const { json } = await scientist.get(`/models/${model}/performance?${analysis}`);
    near(json.thresholds.rocAuc.lower, 0.708336, 0.001);
    const below = json.windows.filter(({ metrics }: Json) => metrics.rocAuc.value < json.thresholds.rocAuc.lower);
    expect(below.map(({ start }: Json) => start.slice(0, 7))).toEqual(["2021-08", "2021-09", "2022-03"]);
    for (const { status } of below) expect(status).toBe("critical");
    const exact = await scientist.get(`/models/${model}/performance?${analysis}&exact=true`);
    expect(exact.json.provenance.precision).toBe("exact");
    for (const window of exact.json.windows)
      near(window.metrics.rocAuc.value, months[window.start.slice(0, 7)]?.[1] ?? 0, 1e-6, window.start);
    expect(json.thresholds.rocAuc.method).toMatch(/3 population standard deviations/);
  });

  test("estimated from scores alone, in the two months that were printed", async ({ scientist }) => {
    const { json } = await scientist.get(`/models/${model}/estimated-performance?${analysis}`);
    expect(json.estimated).toBe(true);
    const auc = (month: string) => json.windows.find(({ start }: Json) => start.startsWith(month)).metrics.rocAuc.value;
    near(auc("2022-03"), 0.829077, 0.001);
    near(auc("2022-04"), 0.910661, 0.001);
  });

  test("mean KS distance of all twenty months, and of each within its bound", async ({ scientist }) => {
    const ksOf = (json: Json, name: string): number[] =>
      json.windows.map(({ features }: Json) => features.find(({ feature }: Json) => feature === name).ks);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const binned = (await scientist.get(`/models/${model}/drift?${all}`)).json;
    const exact = (await scientist.get(`/models/${model}/drift?${all}&exact=true`)).json;
    expect([binned.provenance.precision, exact.provenance.precision]).toEqual(["approximate", "exact"]);
    expect(binned.windows).toHaveLength(20);
    for (const [name, published] of Object.entries(meanKs)) {
      near(mean(ksOf(exact, name)), published, 1e-6, `${name} exact`);
      near(mean(ksOf(binned, name)), published, 0.006, name);
      for (const [index, value] of ksOf(binned, name).entries()) near(value, ksOf(exact, name)[index] ?? 0, 0.013, `${name} ${index}`);
    }
  });

  test("drift of the whole time against the reference", async ({ scientist }) => {
    for (const [feature, [ks, psi, wasserstein, normalized]] of Object.entries(wholeRange)) {
      const { json } = await scientist.get(`/models/${model}/drift/distribution?feature=${feature}&from=2021-06-01&to=2022-05-10`);
      expect(json.rows).toBe(8232);
      near(json.drift.psi, psi, Math.max(0.004, psi * 0.02), `${feature} psi`);
      near(json.drift.ks, ks, 0.013, `${feature} ks`);
      near(json.drift.normalizedWasserstein, normalized, 0.05 * normalized + 0.01, `${feature} normalised W`);
      near(json.drift.wasserstein, wasserstein, 0.05 * wasserstein + 0.01 * (wasserstein / normalized), `${feature} W`);
      const shares = (side: string) => json.bins.reduce((sum: number, bin: Json) => sum + bin[side], 0);
      near(shares("referenceShare"), 1, 1e-9);
      near(shares("currentShare"), 1, 1e-9);
    }
  });
});

test.describe("Adult income (Fairlearn's quickstart)", () => {
  test("accuracy, selection and error rates of groups, and parity", async ({ scientist }) => {
    const { rows, column } = table("adult_with_rerun_decision_tree_predictions");
    const [sex, race, truth, prediction, score] = ["sex", "race", "y_true", "y_pred", "y_score"].map(column);
    const model = await newModel(scientist, "adult", { window: "1d", schema: { groups: ["sex", "race"] } });
    const start = Date.UTC(2026, 0, 1);
    const lines = rows.map((row, index) =>
      [
        index,
        new Date(start + index * 1000).toISOString(),
        row[score ?? 0],
        row[prediction ?? 0],
        row[truth ?? 0],
        row[sex ?? 0],
        row[race ?? 0],
      ].join(","),
    );
    const header = "id,timestamp,score,prediction,label,groups.sex,groups.race";
    expect(await send(scientist, `/models/${model}/predictions`, [header, ...lines].join("\n"))).toMatchObject({ accepted: 48_842 });
    await counted(scientist, model);

    const range = "from=2026-01-01&to=2026-01-02";
    const { json } = await scientist.get(`/models/${model}/bias?attribute=sex&${range}`);
    expect(json.predictions).toBe(48_842);
    const groupOf = (name: string) => json.groups.find(({ group }: Json) => group === name);
    const cut = (name: string, metric: string) => truncated(groupOf(name)[metric].value, 4);
    expect([cut("Female", "accuracy"), cut("Male", "accuracy")]).toEqual([0.9251, 0.8042]);
    expect([cut("Female", "selectionRate"), cut("Male", "selectionRate")]).toEqual([0.0635, 0.2135]);
    near(groupOf("Female").falseNegativeRate.value, 0.5517, 1e-4);
    near(groupOf("Male").falseNegativeRate.value, 0.4706, 1e-4);
    near(json.summary.demographicParityDifference, 0.150049, 1e-6);
    const selection = json.disparities.find(({ metric }: Json) => metric === "selectionRate");
    expect(selection).toMatchObject({ group: "Female", baseGroup: "Male", verdict: "unfair" });
    near(selection.ratio, groupOf("Female").selectionRate.value / groupOf("Male").selectionRate.value, 1e-12);
    near(json.summary.demographicParityRatio, selection.ratio, 1e-12);

    const performance = (await scientist.get(`/models/${model}/performance?${range}&window=1d`)).json.windows[0];
    expect(truncated(performance.metrics.accuracy.value, 4)).toBe(0.8443);
    expect(truncated(performance.metrics.selectionRate.value, 4)).toBe(0.1638);
  });
});

test.describe("Bike sharing (Evidently's demonstration)", () => {
  test("mean error, mean absolute error and mean absolute percentage error", async ({ scientist }) => {
    const model = await newModel(scientist, "bike", { task: "regression", window: "1d" });
    const mapping = { instant: "id", cnt: "label" };
    const answer = await send(scientist, `/models/${model}/predictions`, data("bike_jan_feb_2011_with_rerun_predictions"), mapping);
    expect(answer).toMatchObject({ rejected: 0, duplicates: 0 });
    await counted(scientist, model);

    /** A mean of the whole range from the means of its days. */
    const over = async (from: string, to: string, metric: string) => {
      const { json } = await scientist.get(`/models/${model}/performance?from=${from}&to=${to}&window=1d`);
      const days = json.windows.filter(({ labelled }: Json) => labelled > 0);
      const labelled = days.reduce((sum: number, day: Json) => sum + day.labelled, 0);
      return days.reduce((sum: number, day: Json) => sum + day.metrics[metric].value * day.labelled, 0) / labelled;
    };
    near(await over("2011-01-29", "2011-02-08", "meanError"), -6.141446808510638, 1e-9);
    near(await over("2011-01-29", "2011-02-08", "mae"), 13.381276595744682, 1e-9);
    near(await over("2011-01-01", "2011-01-29", "meanError"), -0.03, 0.005);
    near(await over("2011-01-01", "2011-01-29", "mae"), 4.1, 0.05);
    near(await over("2011-01-01", "2011-01-29", "mape"), 0.1613, 0.00005);
  });
});
