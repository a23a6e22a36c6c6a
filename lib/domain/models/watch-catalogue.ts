import type { KpiInput } from "#lib/domain/kpis/kpi";
import type { Criticality, Model, Task } from "./model.ts";

export const pointKeys = ["predictions", "scores", "labels", "groups", "latency", "errors", "versions", "attributions"] as const;
export type PointKey = (typeof pointKeys)[number];

/** What the newest rows of a model carry. Counts are of `rows` looked at; the model's own schema says which groups to expect. */
export type Arriving = { rows: number; by: Record<PointKey, number> };

/** A thing worth logging: whether it comes, and what it makes possible. */
export type LoggingPoint = {
  key: PointKey;
  name: string;
  /** nothing_yet: no row at all has come */
  status: "arrives" | "partly" | "missing" | "nothing_yet";
  /** share of the rows looked at that carry it, null without rows */
  share: number | null;
  enables: string;
  how: string;
};

export type Proposal = {
  key: string;
  name: string;
  why: string;
  unit: string;
  direction: KpiInput["direction"];
  query: { kind: "model"; model: string; metric: string; attribute?: string };
  needs: PointKey[];
  /** whether everything it needs arrives */
  ready: boolean;
};

type Point = Pick<LoggingPoint, "name" | "enables" | "how"> & { tasks?: readonly Task[] };

const points: Record<PointKey, Point> = {
  predictions: {
    name: "Predictions",
    enables: "Volume, drift of the outputs, and with labels every error there is.",
    how: 'Send "prediction" with each event.',
  },
  scores: {
    name: "Scores",
    enables: "ROC AUC, calibration, other thresholds, and an estimate of performance before labels come.",
    how: 'Send "score", the probability of the positive class; for several classes "scores", one for each.',
    tasks: ["binary", "multiclass"],
  },
  labels: {
    name: "Labels",
    enables: "Real performance and fairness of errors.",
    how: "Send the outcome to …/labels with the id of the prediction, however late.",
  },
  groups: {
    name: "Groups",
    enables: "Fairness: who is treated how, and who bears the errors.",
    how: 'Name the groups in the schema and send "groups" with each event.',
  },
  latency: {
    name: "Latency",
    enables: "How long answers take, at the median and for the slowest.",
    how: 'Send "latencyMs" with each event.',
  },
  errors: { name: "Errors", enables: "The share of requests that fail.", how: 'Send an event with "error" when a prediction fails.' },
  versions: {
    name: "Versions",
    enables: "Champion against challenger, and what a deployment changed.",
    how: 'Send "version" with each event.',
  },
  attributions: {
    name: "Attributions",
    enables: "Which features drive the model, and when that changes.",
    how: 'Send "attributions", one number per feature.',
  },
};

/** A rare error or a share of explained rows is as it should be; for these, any at all is enough. */
const anyIsEnough: readonly PointKey[] = ["errors", "versions", "attributions", "labels"];

const statusOf = (key: PointKey, { rows, by }: Arriving): LoggingPoint["status"] => {
  if (rows === 0) return "nothing_yet";
  if (by[key] === 0) return "missing";
  return by[key] >= 0.95 * rows || anyIsEnough.includes(key) ? "arrives" : "partly";
};

type Watched = Pick<Model, "slug" | "task" | "criticality"> & { schema: Pick<Model["schema"], "groups" | "features"> };

/** Every thing worth logging for this task, whether it comes and what it makes possible. */
export const loggingPoints = (model: Watched, arriving: Arriving): LoggingPoint[] =>
  pointKeys
    .filter((key) => points[key].tasks?.includes(model.task) ?? true)
    .map((key) => {
      const { name, enables, how } = points[key];
      return {
        key,
        name,
        status: statusOf(key, arriving),
        share: arriving.rows > 0 ? arriving.by[key] / arriving.rows : null,
        enables,
        how,
      };
    });

const rank: Record<Criticality, number> = { low: 0, medium: 1, high: 2, critical: 3 };

type Idea = {
  metric: string;
  name: string;
  why: string;
  unit?: string;
  direction: KpiInput["direction"];
  needs: PointKey[];
  from: Criticality;
  tasks?: readonly Task[];
  perGroup?: true;
};

/** Every KPI we would propose: the first for all, more as more depends on the model. One line each. */
const ideas: readonly Idea[] = [
  {
    metric: "performance.rocAuc",
    name: "ROC AUC",
    why: "How well the model ranks, whatever the threshold.",
    direction: "up",
    needs: ["scores", "labels"],
    from: "low",
    tasks: ["binary"],
  },
  {
    metric: "performance.macroF1",
    name: "Macro F1",
    why: "How well each class is found, rare ones as well.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "low",
    tasks: ["multiclass"],
  },
  {
    metric: "performance.mae",
    name: "Mean absolute error",
    why: "How far off a prediction is on average, in the unit of the target.",
    direction: "down",
    needs: ["predictions", "labels"],
    from: "low",
    tasks: ["regression"],
  },
  {
    metric: "drift.share",
    name: "Drifted features",
    why: "The share of inputs that no longer look like the reference: the earliest warning, without labels.",
    direction: "down",
    needs: ["predictions"],
    from: "low",
  },
  {
    metric: "operations.errorRate",
    name: "Failed requests",
    why: "A model that does not answer helps nobody.",
    direction: "down",
    needs: ["errors"],
    from: "medium",
  },
  {
    metric: "operations.latencyP95",
    name: "Latency p95",
    why: "What the slowest of twenty requests waits.",
    unit: "ms",
    direction: "down",
    needs: ["latency"],
    from: "medium",
  },
  {
    metric: "performance.accuracy",
    name: "Accuracy",
    why: "The share of right decisions, the number people ask for.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["multiclass"],
  },
  {
    metric: "performance.precision",
    name: "Precision",
    why: "Of those flagged, how many were right: what a false alarm costs.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["binary"],
  },
  {
    metric: "performance.recall",
    name: "Recall",
    why: "Of those that matter, how many are found: what a miss costs.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["binary"],
  },
  {
    metric: "performance.rmse",
    name: "Root mean squared error",
    why: "Like the mean error, but large misses weigh more.",
    direction: "down",
    needs: ["predictions", "labels"],
    from: "high",
    tasks: ["regression"],
  },
  {
    metric: "performance.expectedCalibrationError",
    name: "Calibration error",
    why: "Whether 0.8 means eight in ten, which decisions on scores rely on.",
    direction: "down",
    needs: ["scores", "labels"],
    from: "high",
    tasks: ["binary"],
  },
  {
    metric: "bias.demographicParityRatio",
    name: "Demographic parity",
    why: "The least favoured group's selection rate as a share of the most favoured one's; below 0.8 is the usual alarm.",
    direction: "up",
    needs: ["groups", "predictions"],
    from: "high",
    tasks: ["binary"],
    perGroup: true,
  },
  {
    metric: "bias.equalizedOddsDifference",
    name: "Equalized odds difference",
    why: "How far apart the groups' error rates are.",
    direction: "down",
    needs: ["groups", "predictions", "labels"],
    from: "high",
    tasks: ["binary"],
    perGroup: true,
  },
];

const titled = (idea: Idea, attribute: string | undefined) => (attribute === undefined ? idea.name : `${idea.name} by ${attribute}`);

/** The KPIs worth having for this task and what depends on it, those that can be read today first. */
export function proposedKpis(model: Watched, arriving: Arriving): Proposal[] {
  const comes = (key: PointKey) => ["arrives", "partly"].includes(statusOf(key, arriving));
  const proposals = ideas
    .filter(({ tasks, from }) => (tasks?.includes(model.task) ?? true) && rank[model.criticality] >= rank[from])
    .flatMap((idea) => {
      const attributes = idea.perGroup ? model.schema.groups.map(({ name }) => name) : [undefined];
      return attributes.map((attribute): Proposal => {
        const { metric, why, unit = "", direction, needs } = idea;
        return {
          key: attribute === undefined ? metric : `${metric}:${attribute}`,
          name: titled(idea, attribute),
          why,
          unit,
          direction,
          query: { kind: "model", model: model.slug, metric, ...(attribute === undefined ? {} : { attribute }) },
          needs,
          ready: needs.every(comes),
        };
      });
    });
  return [...proposals.filter(({ ready }) => ready), ...proposals.filter(({ ready }) => !ready)];
}

/** A slug for an accepted proposal: the model's, then what is measured, within 63 characters. */
export function proposalSlug(modelSlug: string, key: string): string {
  const measure = key
    .replace(/^[a-z]+\./, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const room = Math.max(1, 62 - measure.length);
  return `${modelSlug.slice(0, room).replace(/-+$/, "")}-${measure}`.slice(0, 63).replace(/-+$/, "");
}
