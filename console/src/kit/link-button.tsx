import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import css from './button.module.css';

/** A link that looks like a main button: it opens the screen of the main action. */
export const LinkButton = createLink((props: AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a {...props} className={`${css.button} ${css.main} ${css.link}`} />
));
