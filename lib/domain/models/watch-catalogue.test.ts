import { describe, expect, test } from "vitest";
import { KpiInput } from "#lib/domain/kpis/kpi";
import { findMetric } from "#lib/domain/metrics/registry";
import { criticalities, Slug, tasks } from "./model.ts";
import { type Arriving, loggingPoints, type PointKey, pointKeys, proposalSlug, proposedKpis } from "./watch-catalogue.ts";

const none = Object.fromEntries(pointKeys.map((key) => [key, 0])) as Record<PointKey, number>;
const arriving = (by: Partial<Record<PointKey, number>> = {}, rows = 100): Arriving => ({ rows, by: { ...none, ...by } });
const model = (over: Partial<Parameters<typeof loggingPoints>[0]> = {}) => ({
  slug: "credit-risk",
  task: "binary" as const,
  criticality: "high" as const,
  schema: { features: [], groups: [{ name: "sex", slot: 0 }] },
  ...over,
});

describe("logging points", () => {
  test.each([
    { name: "all rows carry it", by: 100, status: "arrives", share: 1 },
    { name: "half the rows carry it", by: 50, status: "partly", share: 0.5 },
    { name: "no row carries it", by: 0, status: "missing", share: 0 },
  ])("latency: $name", ({ by, status, share }) => {
    expect(loggingPoints(model(), arriving({ latency: by })).find(({ key }) => key === "latency")).toMatchObject({ status, share });
  });
  test("one error in a hundred means that errors are logged", () => {
    expect(loggingPoints(model(), arriving({ errors: 1 })).find(({ key }) => key === "errors")?.status).toBe("arrives");
  });
  test("before the first row nothing is called missing", () => {
    expect(new Set(loggingPoints(model(), arriving({}, 0)).map(({ status }) => status))).toEqual(new Set(["nothing_yet"]));
  });
  test("a regression is not asked for scores", () => {
    expect(loggingPoints(model({ task: "regression" }), arriving()).map(({ key }) => key)).not.toContain("scores");
  });
});

describe("proposed KPIs", () => {
  test("what can be read today comes first", () => {
    const proposals = proposedKpis(model(), arriving({ latency: 100 }));
    expect(proposals.filter(({ ready }) => ready).map(({ key }) => key)).toEqual(["operations.latencyP95"]);
    expect(proposals[0]?.key).toBe("operations.latencyP95");
  });
  test("more depends on it, more is watched, and nothing is lost on the way up", () => {
    for (const task of tasks) {
      const keys = criticalities.map((criticality) => proposedKpis(model({ task, criticality }), arriving()).map(({ key }) => key));
      for (const [index, more] of keys.entries()) expect(more).toEqual(expect.arrayContaining(keys[index - 1] ?? []));
      expect(keys[0]?.length).toBeGreaterThan(0);
    }
  });
  test("fairness is proposed for each group that there is", () => {
    const two = model({
      schema: {
        features: [],
        groups: [
          { name: "sex", slot: 0 },
          { name: "age band", slot: 1 },
        ],
      },
    });
    expect(proposedKpis(two, arriving()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Demographic parity by sex", "Demographic parity by age band"]),
    );
    expect(proposedKpis(model({ schema: { features: [], groups: [] } }), arriving()).some(({ key }) => key.startsWith("bias"))).toBe(false);
  });
  test("each proposal is a valid KPI with a slug of its own", () => {
    const long = model({ slug: `${"a".repeat(60)}-bc`, criticality: "critical" });
    const proposals = proposedKpis(long, arriving());
    const slugs = proposals.map(({ key }) => proposalSlug(long.slug, key));
    expect(new Set(slugs).size).toBe(proposals.length);
    for (const [index, { name, unit, direction, query }] of proposals.entries()) {
      expect(Slug.safeParse(slugs[index]).success).toBe(true);
      expect(KpiInput.safeParse({ slug: slugs[index], name, unit, direction, query }).success).toBe(true);
    }
  });
  test("each names a metric that its task has", () => {
    for (const task of tasks)
      for (const { query } of proposedKpis(model({ task, criticality: "critical" }), arriving()))
        expect(findMetric(query.metric, task).name).toBe(query.metric);
  });
  test("slugs read well", () =>
    expect(proposalSlug("credit-risk", "bias.demographicParityRatio:age band")).toBe("credit-risk-demographic-parity-ratio-age-band"));
});
