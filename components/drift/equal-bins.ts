import type { DistributionBin } from "#components/charts/distribution-spark";
import type { DistributionAnswer } from "#lib/domain/analysis/answers/drift";

type Source = Pick<DistributionAnswer, "bins" | "fine" | "minimum" | "maximum" | "referenceMinimum" | "referenceMaximum">;
type Piece = { low: number; high: number; share: number };

const MOST_VALUES = 60;

/**
 * A numeric distribution on bins of one width, from the 1st to the 99th percentile of both sides. Rows are counted in bins of equal
 * frequency, in which every reference looks flat; within such a bin they are laid out evenly. Empty where nothing is known.
 */
export function equalBins(source: Source, count = 30): DistributionBin[] {
  const reference = piecesOf(source, "reference");
  const current = piecesOf(source, "current");
  const ends = [reference, current].flatMap((pieces) => (pieces.length > 0 ? [quantile(pieces, 0.01), quantile(pieces, 0.99)] : []));
  if (ends.length === 0) return [];
  const edges = edgesFor(Math.min(...ends), Math.max(...ends), pointsOf([...reference, ...current]), count);
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? from;
    const last = at === edges.length - 2;
    const within = (pieces: Piece[]) => (pieces.length === 0 ? null : pieces.reduce((sum, piece) => sum + part(piece, from, to, last), 0));
    return { from, to, reference: within(reference), current: within(current) };
  });
}

function piecesOf({ bins, fine, ...ends }: Source, side: "reference" | "current"): Piece[] {
  const [minimum, maximum] = side === "reference" ? [ends.referenceMinimum, ends.referenceMaximum] : [ends.minimum, ends.maximum];
  return (fine ?? bins).flatMap((bin): Piece[] => {
    const share = side === "reference" ? bin.referenceShare : bin.currentShare;
    if (share === null || share === 0) return [];
    // an open bin reaches as far as the rows do
    const [low, high] = [bin.low ?? minimum, bin.high ?? maximum];
    return low === null || high === null ? [] : [{ low: Math.min(low, high), high: Math.max(low, high), share }];
  });
}

function quantile(pieces: readonly Piece[], q: number): number {
  const total = pieces.reduce((sum, { share }) => sum + share, 0);
  let before = 0;
  for (const { low, high, share } of pieces.toSorted((a, b) => a.low - b.low)) {
    if (before + share >= q * total) return low + ((q * total - before) / share) * (high - low);
    before += share;
  }
  return Math.max(...pieces.map(({ high }) => high));
}

/** The values, when every piece is one value and there are few of them; null otherwise. */
function pointsOf(pieces: readonly Piece[]): number[] | null {
  if (pieces.some(({ low, high }) => low !== high)) return null;
  const values = [...new Set(pieces.map(({ low }) => low))].sort((a, b) => a - b);
  return values.length > 1 ? values : null;
}

function edgesFor(low: number, high: number, points: number[] | null, count: number): number[] {
  if (points) {
    const step = Math.min(...points.slice(1).map((value, at) => value - (points[at] ?? value)));
    const first = Math.min(...points) - step / 2;
    const steps = Math.round((Math.max(...points) - Math.min(...points)) / step) + 1;
    if (steps <= MOST_VALUES) return Array.from({ length: steps + 1 }, (_, at) => first + at * step);
  }
  const room = high > low ? 0 : Math.max(Math.abs(low), 1) * 0.05;
  const [from, to] = [low - room, high + room];
  return Array.from({ length: count + 1 }, (_, at) => from + ((to - from) * at) / count);
}

/** The share of a piece that lies between two edges; a single value lies in the bin that starts with it. */
function part({ low, high, share }: Piece, from: number, to: number, last: boolean): number {
  if (low === high) return (low >= from && low < to) || (last && low === to) ? share : 0;
  const overlap = Math.min(high, to) - Math.max(low, from);
  return overlap <= 0 ? 0 : (share * overlap) / (high - low);
}

/** Categories for the height of a row: the most frequent of both sides, in the order of the reference. */
export function categoryBins({ bins }: Pick<Source, "bins">, count = 16): DistributionBin[] {
  const ranked = bins
    .toSorted((a, b) => Math.max(b.referenceShare ?? 0, b.currentShare ?? 0) - Math.max(a.referenceShare ?? 0, a.currentShare ?? 0))
    .slice(0, count)
    .sort((a, b) => (b.referenceShare ?? 0) - (a.referenceShare ?? 0));
  return ranked.map((bin, at) => ({ from: at, to: at + 1, reference: bin.referenceShare, current: bin.currentShare }));
}

export const sparkBins = (answer: Source & Pick<DistributionAnswer, "type">): DistributionBin[] =>
  answer.type === "numeric" ? equalBins(answer) : categoryBins(answer);
