/** The i-th number; beyond the end of a count vector nothing was counted, which is 0. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
