import type { FeatureType, ModelSchema, Task } from "#lib/domain/models/model";
import type { PointKey } from "#lib/domain/models/watch-catalogue";

type Model = { slug: string; task: Task; schema: ModelSchema; positiveLabel: string | number | boolean };

const sample: Record<FeatureType, unknown> = { numeric: 1.5, categorical: "a", boolean: true };
const outcome = ({ task, positiveLabel }: Model): unknown => (task === "binary" ? positiveLabel : task === "regression" ? 32.5 : "class-a");

/** The fields that a logging point adds to the line of an event. */
function added(key: PointKey, model: Model): Record<string, unknown> {
  const features = model.schema.features.slice(0, 3);
  switch (key) {
    case "predictions":
      return { prediction: outcome(model), features: Object.fromEntries(features.map(({ name, type }) => [name, sample[type]])) };
    case "scores":
      return model.task === "multiclass" ? { scores: { "class-a": 0.7, "class-b": 0.3 } } : { score: 0.91 };
    case "labels":
      return { label: outcome(model) };
    case "groups":
      return { groups: Object.fromEntries((model.schema.groups.length > 0 ? model.schema.groups : ["sex"]).map((name) => [name, "a"])) };
    case "latency":
      return { latencyMs: 12.5 };
    case "errors":
      return { error: "upstream timeout" };
    case "versions":
      return { version: "v1" };
    case "attributions":
      return { attributions: Object.fromEntries(features.map(({ name }, at) => [name, Math.round(21 / (at + 1)) / 100])) };
  }
}

/** The exact request that sends one line with what a logging point asks for. */
export function loggingCommand(key: PointKey, model: Model, origin: string, now: string): string {
  const time = now.replace(/\.\d+Z$/, "Z");
  const line = key === "labels" ? { id: "a1", ...added(key, model) } : { id: "a1", timestamp: time, ...added(key, model) };
  const address = `${origin}/api/v1/models/${model.slug}/${key === "labels" ? "labels" : "predictions"}`;
  // A quote in a name of a feature would end the shell's own.
  const text = JSON.stringify(line).replaceAll("'", "'\\''");
  return `curl -X POST ${address} \\\n  -H "Authorization: Bearer $MODELWATCH_TOKEN" -H "Content-Type: application/x-ndjson" \\\n  -d '${text}'`;
}
