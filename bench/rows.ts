/** A small generator of numbers in [0, 1) that repeats with its seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const numeric = Array.from({ length: 14 }, (_, index) => `n${index + 1}`);
export const categorical = Array.from({ length: 6 }, (_, index) => `c${index + 1}`);
export const groups = ["gender", "race"];

export const benchModel = {
  slug: "bench",
  name: "Bench",
  task: "binary",
  schema: {
    features: [...numeric.map((name) => ({ name, type: "numeric" })), ...categorical.map((name) => ({ name, type: "categorical" }))],
    groups,
  },
  window: "1h",
};

const span = 30 * 86_400_000;

/** Lines of NDJSON: 20 features and 2 groups, spread over the 30 days before `until`, in pieces of about 1 MB. */
export function* eventLines(count: number, until: number, seed = 1): Generator<string> {
  const random = seeded(seed);
  let piece = "";
  for (let index = 0; index < count; index++) {
    const score = random();
    const features: Record<string, number | string> = {};
    for (const name of numeric) features[name] = Math.round((random() + random()) * 1e6) / 1e4;
    for (const name of categorical) features[name] = `value ${Math.floor(random() * random() * 40)}`;
    piece += `${JSON.stringify({
      id: `e${seed}-${index}`,
      timestamp: new Date(until - span + Math.floor((index / count) * span)).toISOString(),
      version: "v1",
      score: Math.round(score * 1e6) / 1e6,
      label: random() < score ? 1 : 0,
      features,
      groups: { gender: random() < 0.5 ? "female" : "male", race: `group ${Math.floor(random() * 5)}` },
      latencyMs: Math.round(random() * 4000) / 100,
    })}\n`;
    if (piece.length > 1_000_000) {
      yield piece;
      piece = "";
    }
  }
  if (piece) yield piece;
}
