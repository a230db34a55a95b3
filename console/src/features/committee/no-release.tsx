import { figureWords } from '../../copy/figures.js';
import { Empty } from '../../kit/answer-view.js';
import { useWords } from '../../lib/language.js';

/** While there is no release, there are no figures. */
export function NoRelease() {
  const text = useWords(figureWords);
  return (
    <Empty>
      <p>
        {text.noRelease} {text.noReleaseWhy}
      </p>
    </Empty>
  );
}
