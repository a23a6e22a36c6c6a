/** Numbers added one by one, eight bytes each; sorted when read. */
export class GrowingNumbers {
  private values = new Float64Array(64);
  private inOrder = true;
  count = 0;

  add(value: number): void {
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
    this.inOrder = false;
  }

  /** As they came. */
  all(): Float64Array {
    return this.values.subarray(0, this.count);
  }

  /** Ascending, in place: the order in which they came is lost. */
  sorted(): Float64Array {
    const used = this.all();
    if (!this.inOrder) used.sort();
    this.inOrder = true;
    return used;
  }
}
