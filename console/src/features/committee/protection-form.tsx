import { levelsExplained, releaseWords } from '../../copy/releases.js';
import { useAnswer } from '../../hub/answer.js';
import { useCommand } from '../../hub/command.js';
import type { ProtectionLevel } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandForm } from '../../kit/command-form.js';
import { SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { FigureTable, TitledCell } from './figure-table.js';
import css from './figures.module.css';

const ChooseProtection = graphql(/* GraphQL */ `
  mutation ChooseProtection($input: ChooseProtectionInput!) {
    chooseProtection(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const ProtectionQuery = graphql(/* GraphQL */ `
  query Protection {
    committeeProtection {
      level
      chosenAt
    }
  }
`);

const levels: readonly ProtectionLevel[] = ['STRICT', 'DEFAULT', 'YEARLY'];

/** How the figures are protected: the levels, the chosen one, and its choice as long as there is none. */
export function ProtectionForm() {
  const text = useWords(releaseWords);
  const explained = useWords(levelsExplained);
  const dates = useDates();
  const answer = useAnswer(ProtectionQuery, {});
  const chosen = answer.state === 'ready' ? answer.data.committeeProtection : undefined;
  return (
    <Panel title={text.levels}>
      <p>{text.protectionWhat}</p>
      {chosen && <p>{text.chosenLevel(explained[chosen.level].name, dates.mediumDate(chosen.chosenAt))}</p>}
      {chosen === null && <p>{text.noLevel}</p>}
      <LevelTable />
      {chosen === null && <LevelChoice />}
    </Panel>
  );
}

function LevelTable() {
  const text = useWords(releaseWords);
  const explained = useWords(levelsExplained);
  return (
    <FigureTable
      isStacked
      label={text.levels}
      columns={[text.levelName, text.town, text.margin, text.smallest, text.periods]}
    >
      {levels.map((level) => {
        const { name, town, margin, smallest, periods } = explained[level];
        return (
          <tr key={level}>
            <th scope="row">{name}</th>
            <TitledCell title={text.town}>{town}</TitledCell>
            <TitledCell title={text.margin}>{margin}</TitledCell>
            <TitledCell title={text.smallest}>{smallest}</TitledCell>
            <TitledCell title={text.periods}>{periods}</TitledCell>
          </tr>
        );
      })}
    </FigureTable>
  );
}

function LevelChoice() {
  const text = useWords(releaseWords);
  const explained = useWords(levelsExplained);
  const command = useCommand(ChooseProtection);
  const form = useForm({ level: 'DEFAULT' as ProtectionLevel }, [], command.result);
  const run = () => command.run({ input: { ...form.values, idempotencyKey: form.key } });
  return (
    <CommandForm action={text.chooseIt} done={text.chosen} {...{ form, command, run }}>
      <div className={css.fields}>
        <SelectField
          label={text.choose}
          options={levels.map((level) => [level, explained[level].name] as const)}
          {...form.field('level')}
        />
      </div>
    </CommandForm>
  );
}
