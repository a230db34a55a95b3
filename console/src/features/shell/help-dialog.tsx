import { Link } from '@tanstack/react-router';
import { shellWords } from '../../copy/shell.js';
import { Button } from '../../kit/button.js';
import { Actions, Dialog } from '../../kit/dialog.js';
import { CheckField } from '../../kit/field.js';
import { ReportProblem } from '../../kit/report-problem.js';
import { useWords } from '../../lib/language.js';
import css from './shell.module.css';

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly keysAreOn: boolean;
  readonly onKeysOn: (on: boolean) => void;
}

/** The keyboard shortcuts, which can be turned off here. */
export function HelpDialog({ isOpen, onClose, keysAreOn, onKeysOn }: HelpDialogProps) {
  const text = useWords(shellWords);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.helpTitle}>
      <dl className={css.keys}>
        {text.shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckField label={text.shortcutsOn} value={keysAreOn} onChange={onKeysOn} />
      <ReportProblem />
      <Actions>
        <Button kind="main" onPress={onClose}>
          {text.close}
        </Button>
        <Link to="/accessibilite" onClick={onClose}>
          {text.accessibility}
        </Link>
      </Actions>
    </Dialog>
  );
}
