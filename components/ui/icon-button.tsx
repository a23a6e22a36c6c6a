import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { iconButtonStyle } from "./control-style.ts";

type Props = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  /** What the button does; read aloud and shown on hover. */
  label: string;
  variant?: keyof typeof iconButtonStyle;
  children: ReactNode;
};

export function IconButton({ label, variant = "quiet", type = "button", className, ...rest }: Props) {
  return <button title={label} {...rest} type={type} aria-label={label} className={clsx(iconButtonStyle[variant], className)} />;
}
