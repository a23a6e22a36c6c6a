/** How many different numbers are still counted each in a bin of their own. */
export const MOST_VALUES = 50;

/**
 * The numbers of one reference column, memory bounded: at `limit` every second one is dropped and from then on only every second one taken,
 * and so on. Up to `limit` numbers it holds all of them; beyond that it depends on their order but on no chance. Minimum and maximum are exact.
 */
export class NumberSample {
  count = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  private readonly limit: number;
  private kept = new Float64Array(1024);
  private size = 0;
  private stride = 1;
  private readonly distinct = new Set<number>();

  constructor(limit: number) {
    this.limit = limit;
  }

  add(value: number): void {
    if (this.count % this.stride === 0) this.keep(value);
    this.count++;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    if (this.distinct.size <= MOST_VALUES) this.distinct.add(value);
  }

  /** All different numbers ascending, or null when there are more than MOST_VALUES. */
  values(): number[] | null {
    return this.distinct.size > MOST_VALUES ? null : [...this.distinct].sort((a, b) => a - b);
  }

  /** What was kept, ascending. */
  sorted(): Float64Array {
    return this.kept.slice(0, this.size).sort();
  }

  private keep(value: number): void {
    if (this.size === this.limit) {
      for (let index = 0; 2 * index < this.size; index++) this.kept[index] = this.kept[2 * index] ?? 0;
      this.size = Math.ceil(this.size / 2);
      this.stride *= 2;
      if (this.count % this.stride !== 0) return;
    }
    if (this.size === this.kept.length) {
      const larger = new Float64Array(Math.min(this.limit, this.size * 2));
      larger.set(this.kept);
      this.kept = larger;
    }
    this.kept[this.size++] = value;
  }
}
