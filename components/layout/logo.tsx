/** The mark: a series over its base line. */
export function Logo({ className = "size-5 shrink-0" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={className}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M2 13.5 6.5 6l4 7 3-4.5 4.5 5" strokeWidth="2" />
      <path d="M2 17.5h16" strokeWidth="1.5" opacity=".45" />
    </svg>
  );
}
