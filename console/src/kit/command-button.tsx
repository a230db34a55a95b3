import type { Command } from '../hub/gql/enums.js';
import { Button, type ButtonProps } from './button.js';

interface CommandButtonProps extends ButtonProps {
  readonly command: Command;
  /** What the viewer may do: `viewerCan` of the object on which the command acts, or `can` of the viewer. */
  readonly offered: readonly Command[];
}

/** The button of a command. It is absent when the hub does not offer the command. */
export function CommandButton({ command, offered, ...button }: CommandButtonProps) {
  return offered.includes(command) ? <Button {...button} /> : null;
}
