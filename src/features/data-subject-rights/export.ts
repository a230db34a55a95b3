import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../context.js';
import { openFile } from './open-file.js';
import { PersonFileShape, personFileSchema } from './person-file.js';
import { sections } from './sections.js';

@ObjectType({ description: 'A copy of all data about a person, for that person.' })
export class PersonFile {
  @Field(() => String, { description: 'The JSON Schema of the file (draft 2020-12), as text.' })
  schema!: string;

  @Field(() => String, { description: 'The file, as JSON text.' })
  json!: string;
}

/**
 * A person's whole file. Null when the person does not exist, or when the viewer's partner is not the referent. The
 * export is recorded in the audit.
 * @throws ZodError when the file does not match its schema; the file is then not returned
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
