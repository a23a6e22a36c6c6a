/** Tukey's fences: values beyond `reach` interquartile ranges from the quartiles are outliers. */
export const quartileFences = (q1: number, q3: number, reach = 1.5): { low: number; high: number } => ({
  low: q1 - reach * (q3 - q1),
  high: q3 + reach * (q3 - q1),
});

export const isOutlier = (value: number, fences: { low: number; high: number }): boolean => value < fences.low || value > fences.high;
