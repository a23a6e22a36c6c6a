import type { LoggingPoint } from "#lib/domain/models/watch-catalogue";

/** "labels", "labels and groups", "labels, groups and scores". */
export const listed = (names: string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** How complete the logging is: "6 of 8 things worth logging arrive; labels and groups are missing". */
export function watchSentence(points: readonly Pick<LoggingPoint, "name" | "status">[]): string {
  if (points.every(({ status }) => status === "nothing_yet")) return "Nothing arrives yet";
  const arrives = points.filter(({ status }) => status === "arrives" || status === "partly").length;
  const missing = points.filter(({ status }) => status === "missing").map(({ name }) => name.toLowerCase());
  if (missing.length === 0) return `All ${points.length} things worth logging arrive`;
  return `${arrives} of ${points.length} things worth logging ${arrives === 1 ? "arrives" : "arrive"}; ${listed(missing)} ${missing.length === 1 && missing[0] === "latency" ? "is" : "are"} missing`;
}
