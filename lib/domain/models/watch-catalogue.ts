import type { KpiInput } from "#lib/domain/kpis/kpi";
import { type Idea, ideas } from "./kpi-ideas.ts";
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
