import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in text. `plain` leaves out the underline where the place says it is a link (section heads, facts). */
export function TextLink({ plain = false, className, ...rest }: ComponentProps<typeof Link> & { plain?: boolean }) {
  return <Link {...rest} className={clsx("text-accent hover:text-accent-hover", plain ? "hover:underline" : "underline", className)} />;
}
