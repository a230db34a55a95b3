import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { openFile } from './open-file.js';
import { PersonFileShape, personFileSchema } from './person-file.js';
import { sections } from './sections.js';

@ObjectType({ description: 'All that is kept of a person, for the person to have.' })
export class PersonFile {
  @Field(() => String, { description: 'The JSON Schema of the file (draft 2020-12), as a text.' })
  schema!: string;

  @Field(() => String, { description: 'The file, a JSON text.' })
  json!: string;
}

/**
 * A person's whole file; null when the person is absent, or not one for whom the viewer's partner answers.
 * The audit names this too.
 * @throws ZodError when the file is not what its schema says: then it does not leave
 */
export async function exportFile(person: string, context: Context): Promise<PersonFile | null> {
  const reads = Object.values(sections).map(({ read }) => read);
  const found = await openFile(context, person, 'EXPORT', reads);
  if (!found) return null;
  const file = Object.fromEntries(Object.keys(sections).map((name, place) => [name, found[place]]));
  const shaped = PersonFileShape.parse({
    ...file,
    exportedAt: new Date().toISOString(),
    person: file['person']?.[0],
  });
  return { schema: personFileSchema, json: JSON.stringify(shaped) };
}
