import { Link } from '@tanstack/react-router';
import { questionWords } from '../../copy/questions.js';
import { useCommand } from '../../hub/command.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { announce } from '../../kit/announcer.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge } from '../../kit/page.js';
import { Refusals } from '../../kit/refusals.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';
import type { SubjectOption } from './question.js';
import { questionOfSaved, searchOf } from './question-address.js';
import { useSentence } from './question-sentence.js';

export const SavedQuestionAnalysis = graphql(/* GraphQL */ `
  fragment SavedQuestion_SavedAnalysis on SavedAnalysis {
    id
    title
    shared
    viewerCan
    owner {
      name
    }
    subject
    measures
    by
    period {
      from
      until
    }
    filter {
      partner
      district
      values {
        dimension
        key
      }
    }
  }
`);

const ShareAnalysis = graphql(/* GraphQL */ `
  mutation ShareAnalysis($input: ShareAnalysisInput!) {
    shareAnalysis(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface SavedQuestionProps {
  readonly saved: FragmentType<typeof SavedQuestionAnalysis>;
  readonly options: readonly SubjectOption[];
  readonly onDelete: () => void;
}

/** A saved question: it opens with its answer; its owner shares and deletes it. */
export function SavedQuestion({ saved: masked, options, onDelete }: SavedQuestionProps) {
  const saved = read(SavedQuestionAnalysis, masked);
  const { id, title, shared, viewerCan, owner } = saved;
  const text = useWords(questionWords);
  const say = useSentence(options);
  const share = useCommand(ShareAnalysis);
  const question = questionOfSaved(saved, options);
  const change = async () => {
    const { state } = await share.run({ input: { savedAnalysis: id, shared: !shared } });
    if (state === 'done') announce(shared ? text.unshareDone : text.shareDone);
  };
  return (
    <li>
      <p className={css.head}>
        {question ? (
          <Link to="/chiffres/questions" search={searchOf(question)}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        {shared && <Badge tone="accent">{text.isShared}</Badge>}
      </p>
      <p className={css.soft}>
        {question ? title !== say(question) && `${say(question)}. ` : text.outdated}{' '}
        {owner && text.sharedBy(owner.name)}
      </p>
      <div className={css.buttons}>
        <CommandButton
          command="SHARE_ANALYSIS"
          offered={viewerCan}
          kind="plain"
          isPending={share.isRunning}
          aria-label={shared ? text.unshareOf(title) : text.shareOf(title)}
          onPress={change}
        >
          {shared ? text.unshareIt : text.shareIt}
        </CommandButton>
        <CommandButton
          command="DELETE_SAVED_ANALYSIS"
          offered={viewerCan}
          kind="plain"
          aria-label={text.deleteOf(title)}
          onPress={onDelete}
        >
          {text.deleteIt}
        </CommandButton>
      </div>
      <Refusals result={share.result} />
    </li>
  );
}
