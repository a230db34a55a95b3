import { useState } from 'react';
import { figureWords } from '../../copy/figures.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';

interface CsvButtonProps {
  readonly file: string;
  /** Asks the hub for the content; undefined when it does not answer. */
  read(): Promise<string | undefined>;
}

/** Downloads figures for a spreadsheet. The hub is asked when the button is pressed. */
export function CsvButton({ file, read }: CsvButtonProps) {
  const text = useWords(figureWords);
  const [isRunning, setRunning] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const press = async () => {
    setRunning(true);
    const content = await read();
    setRunning(false);
    setFailed(content === undefined);
    if (content !== undefined) download(file, content);
  };
  return (
    <>
      <Button isPending={isRunning} onPress={press}>
        {text.csv}
      </Button>
      {hasFailed && <span role="alert">{text.csvFailed}</span>}
    </>
  );
}

function download(file: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = file;
  link.click();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
