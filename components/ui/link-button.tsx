import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./control-style.ts";

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function LinkButton({ variant = "default", className, ...rest }: Props) {
  return <Link {...rest} className={clsx(buttonStyle[variant], className)} />;
}
