import { timelineWords } from '../../copy/timeline.js';
import type { Command } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { SelectField } from '../../kit/field.js';
import type { BoundField } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const PathwayFieldBeneficiary = graphql(/* GraphQL */ `
  fragment PathwayField_Beneficiary on Beneficiary {
    possiblePathways: pathways(first: 20) {
      nodes {
        id
        viewerCan
        partner {
          name
        }
      }
    }
  }
`);

/** A pathway to which entries can be added. */
export interface OpenPathway {
  readonly id: string;
  readonly partner: { readonly name: string };
}

/** The person's pathways on which the viewer may run the command. */
export function pathwaysFor(
  command: Command,
  person: FragmentType<typeof PathwayFieldBeneficiary>,
): readonly OpenPathway[] {
  const { nodes } = read(PathwayFieldBeneficiary, person).possiblePathways;
  return nodes.filter(({ viewerCan }) => viewerCan.includes(command));
}

interface PathwayFieldProps {
  readonly pathways: readonly OpenPathway[];
  readonly field: BoundField<string>;
}

/** To which pathway an entry belongs. Nothing to choose if there is only one. */
export function PathwayField({ pathways, field }: PathwayFieldProps) {
  const text = useWords(timelineWords);
  if (pathways.length < 2) return null;
  const options = pathways.map(({ id, partner }) => [id, partner.name] as const);
  return <SelectField label={text.pathway} options={options} {...field} />;
}
