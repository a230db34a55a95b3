import { useNavigate, useSearch } from '@tanstack/react-router';
import { questionLogWords } from '../copy/question-log.js';
import css from '../features/committee/figures.module.css';
import { FiguresPage } from '../features/committee/figures-page.js';
import { QuestionLog } from '../features/committee/question-log.js';
import { CheckField } from '../kit/field.js';
import { useWords } from '../lib/language.js';

/** Who asked the committee's figures what. The coordinator and the data protection officer look for overlapping questions. */
export function QuestionLogScreen() {
  const text = useWords(questionLogWords);
  const navigate = useNavigate();
  const overlapping = useSearch({ from: '/chiffres/journal' })['series'] === 'signalees';
  const change = (only: boolean) =>
    void navigate({
      to: '/chiffres/journal',
      search: { series: only ? 'signalees' : undefined },
      replace: true,
    });
  return (
    <FiguresPage title={text.title}>
      <p className={css.soft}>{text.what}</p>
      <CheckField label={text.overlappingOnly} value={overlapping} onChange={change} />
      <QuestionLog key={String(overlapping)} overlapping={overlapping} after={null} />
    </FiguresPage>
  );
}
