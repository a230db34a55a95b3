import { preferencesWords } from '../copy/preferences.js';
import { MailPreferences } from '../features/notifications/mail-preferences.js';
import css from '../features/shell/preferences.module.css';
import { TabPreferences } from '../features/shell/tab-preferences.js';
import { useAnswer } from '../hub/answer.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView } from '../kit/answer-view.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

const PreferencesQuery = graphql(/* GraphQL */ `
  query Preferences {
    viewer {
      ...MailPreferences_Viewer
    }
  }
`);

/** What a member chooses for themselves: e-mails, and how this tab looks. */
export function PreferencesScreen() {
  const text = useWords(preferencesWords);
  const answer = useAnswer(PreferencesQuery, {});
  return (
    <Page title={text.title}>
      <div className={css.preferences}>
        <AnswerView answer={answer} lines={6}>
          {({ viewer }) => <MailPreferences viewer={viewer} />}
        </AnswerView>
        <TabPreferences />
      </div>
    </Page>
  );
}
