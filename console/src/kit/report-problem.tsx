import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { reportWords } from '../copy/report.js';
import { requestToReport } from '../hub/requests.js';
import { useDates } from '../lib/dates.js';
import { useWords } from '../lib/language.js';
import { announce } from './announcer.js';
import { Button } from './button.js';
import { ParagraphField } from './field.js';

/** Copies what whoever runs the hub needs to find a problem, and shows it, so that the user sees what is passed on. */
export function ReportProblem() {
  const text = useWords(reportWords);
  const dates = useDates();
  const route = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const [report, setReport] = useState<string>();
  const make = async () => {
    const request = requestToReport();
    const made = text.text({
      request: request?.id ?? text.noRequest,
      hasFailed: request?.hasFailed ?? false,
      screen: route.replaceAll('$', ':'),
      at: dates.moment(new Date().toISOString()),
      browser: navigator.userAgent,
      version: import.meta.env.VITE_VERSION,
    });
    setReport(made);
    try {
      await navigator.clipboard.writeText(made);
      announce(text.copied);
    } catch {
      // Refused by the user, or not a secure context.
      announce(text.notCopied);
    }
  };
  return (
    <div>
      <Button kind="plain" onPress={make}>
        {text.report}
      </Button>
      {report && <ParagraphField label={text.what} rows={6} readOnly value={report} />}
    </div>
  );
}
