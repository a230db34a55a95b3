import { useEffect } from 'react';
import { announce } from './announcer.js';
import css from './arrived.module.css';
import { Button } from './button.js';

interface ArrivedProps {
  /** How many items wait. */
  readonly waiting: number;
  readonly text: {
    /** The words of the button. */
    arrived(count: number): string;
    /** The words for screen readers. */
    arrivedSaid(count: number): string;
  };
  readonly onShow: () => void;
}

/** Says that new items wait while a list is in use, and shows them when asked. */
export function Arrived({ waiting, text, onShow }: ArrivedProps) {
  useEffect(() => {
    if (waiting > 0) announce(text.arrivedSaid(waiting));
  }, [waiting, text]);
  if (waiting === 0) return null;
  return (
    <Button className={css.arrived ?? ''} kind="main" onPress={onShow}>
      {text.arrived(waiting)}
    </Button>
  );
}
