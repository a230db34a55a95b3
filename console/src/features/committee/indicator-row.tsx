import { figureWords } from '../../copy/figures.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { Badge } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { FigureCells, useNumbers } from './figure.js';
import css from './figures.module.css';

export const IndicatorRowIndicator = graphql(/* GraphQL */ `
  fragment IndicatorRow_Indicator on Indicator {
    key
    label
    definition
    definitionVersion
    unit
    value
    margin
    exact
    state
    published {
      value
      label
      source
    }
    byPartner {
      value
      margin
      exact
      state
      partner {
        id
        name
      }
    }
  }
`);

interface IndicatorRowsProps {
  readonly indicator: FragmentType<typeof IndicatorRowIndicator>;
  readonly isOpen: boolean;
  onToggle(): void;
}

/** An indicator of the town; unfolded, its definition and the figure of each partner. */
export function IndicatorRows({ indicator: masked, isOpen, onToggle }: IndicatorRowsProps) {
  const { label, unit, byPartner, ...indicator } = read(IndicatorRowIndicator, masked);
  const text = useWords(figureWords);
  const numbers = useNumbers();
  return (
    <tbody className={css.group}>
      <tr>
        <th scope="row">
          <Button kind="plain" className={css.unfold ?? ''} aria-expanded={isOpen} onPress={onToggle}>
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {label}
          </Button>
        </th>
        <FigureCells {...indicator} unit={unit} />
        <StateCell {...indicator} />
      </tr>
      {isOpen && (
        <tr className={css.part}>
          <td colSpan={4} className={css.definition}>
            {indicator.definition} {text.definition(indicator.definitionVersion)}{' '}
            {indicator.published.map(({ value, label: what, source }) => (
              <span key={source}>{text.published(numbers.number(value), what, source)}</span>
            ))}
          </td>
        </tr>
      )}
      {isOpen &&
        byPartner.map(({ partner, ...figure }) => (
          <tr key={partner.id} className={css.part}>
            <th scope="row">{partner.name}</th>
            <FigureCells {...figure} unit={unit} />
            <StateCell {...figure} />
          </tr>
        ))}
    </tbody>
  );
}

/** Whether a shown figure is exact. What cannot be counted is no figure. */
function StateCell({ state, exact }: { state: string; exact: boolean }) {
  const text = useWords(figureWords);
  return (
    <td>
      {state === 'SHOWN' && (
        <Badge tone={exact ? 'good' : 'quiet'}>{exact ? text.exact : text.withMargin}</Badge>
      )}
    </td>
  );
}
