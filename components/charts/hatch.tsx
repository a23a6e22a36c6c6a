/** The pattern for what is not there yet: pending and unlabelled. Give each drawing its own id. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V6" stroke="var(--chart-hatch)" strokeWidth="1.5" />
    </pattern>
  );
}
