/** `reasons` for those fields of an answer that are null; nothing where none is. */
export function nullReasons<N extends string>(
  reasons: Readonly<Record<N, string>>,
  values: Readonly<Record<NoInfer<N>, unknown>>,
): { reasons?: Record<string, string> } {
  const found: Record<string, string> = {};
  for (const name in reasons) if (values[name] === null) found[name] = reasons[name];
  return Object.keys(found).length > 0 ? { reasons: found } : {};
}
