import pg from 'pg';

/** A connection of a database's owner. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: url });
  // A lost connection also fails the running statement, which reports the error.
  owner.on('error', () => {});
  await owner.connect();
  return owner;
}

/** Runs `work` with a connection of a database's owner. */
export async function asOwner<Result>(
  url: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = await connectOwner(url);
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
