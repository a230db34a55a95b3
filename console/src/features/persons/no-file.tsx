import { Link } from '@tanstack/react-router';
import { fileWords } from '../../copy/file.js';
import { Empty } from '../../kit/answer-view.js';
import { Page } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';

/** No access: the file is empty. Whether the person exists is not said. */
export function NoFile({ wasSeen }: { wasSeen: boolean }) {
  const text = useWords(fileWords);
  return (
    <Page key="none" title={wasSeen ? text.lostTitle : text.absentTitle}>
      <Empty>
        <p role={wasSeen ? 'alert' : undefined}>{wasSeen ? text.lost : text.absent}</p>
        <Link to="/personnes" search={{}}>
          {text.back}
        </Link>
      </Empty>
    </Page>
  );
}
