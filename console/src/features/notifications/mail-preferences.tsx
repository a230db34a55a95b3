import { useState } from 'react';
import { mailLanguageWords, mailTimingWords, preferencesWords } from '../../copy/preferences.js';
import { useCommand } from '../../hub/command.js';
import type { ChooseMailInput } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useIsOffline } from '../../hub/hub.js';
import { announce } from '../../kit/announcer.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { Panel } from '../../kit/page.js';
import { Refusals } from '../../kit/refusals.js';
import { useWords } from '../../lib/language.js';

const MailPreferencesViewer = graphql(/* GraphQL */ `
  fragment MailPreferences_Viewer on Viewer {
    can
    mailTiming
    mailLanguage
  }
`);

const ChooseMail = graphql(/* GraphQL */ `
  mutation ChooseMail($input: ChooseMailInput!) {
    chooseMail(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** When and in which language the viewer gets e-mails about notifications. A choice is saved at once. */
export function MailPreferences({ viewer: masked }: { viewer: FragmentType<typeof MailPreferencesViewer> }) {
  const { can, mailTiming, mailLanguage } = read(MailPreferencesViewer, masked);
  const text = useWords(preferencesWords);
  const timings = useWords(mailTimingWords);
  const languages = useWords(mailLanguageWords);
  const command = useCommand(ChooseMail);
  const isOffline = useIsOffline();
  // Until the hub has answered, the fields show what was chosen.
  const [chosen, setChosen] = useState<ChooseMailInput>({});
  const choose = async (input: ChooseMailInput) => {
    setChosen(input);
    const { state } = await command.run({ input });
    if (state === 'done') announce(text.saved);
    else setChosen({});
  };
  if (!can.includes('CHOOSE_MAIL'))
    return (
      <Panel title={text.mail}>
        <p>{text.noMail}</p>
      </Panel>
    );
  return (
    <Panel title={text.mail}>
      <p>{text.mailWhat}</p>
      <SelectField
        label={text.timing}
        hint={text.timingHint}
        disabled={isOffline}
        value={chosen.timing ?? mailTiming}
        options={optionsOf(timings)}
        onChange={(timing) => choose({ timing })}
      />
      <SelectField
        label={text.mailLanguage}
        disabled={isOffline}
        value={chosen.language ?? mailLanguage}
        options={optionsOf(languages)}
        onChange={(language) => choose({ language })}
      />
      <Refusals result={command.result} />
    </Panel>
  );
}
