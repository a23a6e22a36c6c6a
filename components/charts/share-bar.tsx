/** A share in words with a short bar below: "5 of 9", "100 %". Null: nothing is known, no bar. */
export function ShareBar({ share, text }: { share: number | null; text: string }) {
  return (
    <span className="num inline-block">
      {text}
      <span aria-hidden="true" className="mt-1 block h-1 w-14 overflow-hidden rounded-full bg-surface-active">
        {share === null ? null : (
          <span className="block h-1 rounded-full bg-ink-faint" style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
        )}
      </span>
    </span>
  );
}
