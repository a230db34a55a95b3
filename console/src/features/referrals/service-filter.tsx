import { referralWords } from '../../copy/referrals.js';
import { useAnswer } from '../../hub/answer.js';
import { graphql } from '../../hub/gql/index.js';
import { SelectField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';

const OwnServicesQuery = graphql(/* GraphQL */ `
  query OwnServices {
    viewer {
      partner {
        services(first: 100) {
          nodes {
            id
            name
          }
        }
      }
    }
  }
`);

interface ServiceFilterProps {
  readonly value: string | undefined;
  readonly onChange: (service: string | undefined) => void;
}

/** Which of the services of the viewer's partner the referrals ask for. */
export function ServiceFilter({ value, onChange }: ServiceFilterProps) {
  const text = useWords(referralWords);
  const answer = useAnswer(OwnServicesQuery, {});
  const services = answer.state === 'ready' ? answer.data.viewer.partner.services.nodes : [];
  const isListed = !value || services.some(({ id }) => id === value);
  if (services.length === 0 && !value) return null;
  return (
    <SelectField
      label={text.service}
      value={value ?? ''}
      options={[
        ['', text.anyService],
        ...services.map(({ id, name }) => [id, name] as const),
        ...(isListed ? [] : [[value, text.otherService] as const]),
      ]}
      onChange={(service) => onChange(service || undefined)}
    />
  );
}
