import pg from 'pg';

/** Number of rows per message. */
const CHUNK = 500;

/** The part of `pg`'s connection that a custom query object uses here. */
interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Inserts rows with COPY, which takes half the time of INSERT.
 * @param rows all with the same columns in the same order; values are texts, numbers or null
 */
export function copyRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map(pg.escapeIdentifier);
  const statement = `copy ${pg.escapeIdentifier(table)} (${columns.join(', ')}) from stdin`;
  return new Promise((resolve, reject) => {
    const copy = {
      submit: (connection: Connection) => connection.query(statement),
      handleCopyInResponse: (connection: Connection) => {
        for (let start = 0; start < rows.length; start += CHUNK) {
          const lines = rows.slice(start, start + CHUNK).map(lineOf);
          connection.sendCopyFromChunk(Buffer.from(lines.join('')));
        }
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy as unknown as pg.Submittable);
  });
}

function lineOf(row: object): string {
  return `${Object.values(row).map(fieldOf).join('\t')}\n`;
}

function fieldOf(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
