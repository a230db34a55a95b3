import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  composeRenderProps,
} from 'react-aria-components';
import css from './button.module.css';

export interface ButtonProps extends AriaButtonProps {
  /** `main` is the one action of a screen or dialog; `plain` has no frame. */
  readonly kind?: 'main' | 'normal' | 'plain' | 'danger';
}

/** A button. `isPending` keeps it focused while its command runs. */
export function Button({ kind = 'normal', className, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={composeRenderProps(className, (own) =>
        [css.button, css[kind], own].filter(Boolean).join(' '),
      )}
    />
  );
}
