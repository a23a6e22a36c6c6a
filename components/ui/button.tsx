import clsx from "clsx";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./control-style.ts";

type Props = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Work is under way: the button stays where it is and cannot be pressed twice. */
  pending?: boolean;
};

export function Button({ variant = "default", pending = false, type = "button", disabled, className, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={clsx(buttonStyle[variant], className)}
    />
  );
}
