import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartnerConfig } from './config.js';

/** The definitions of a partner, with the settings of the system that gave them. */
interface Stored extends Pick<PartnerConfig, 'prefix' | 'slug' | 'url'> {
  readonly sdl: string;
}

/**
 * The definitions of partners with which the graph was composed last, one file for each, so that the gateway starts also
 * while a partner's system is down.
 */
export class StoredDefinitions {
  /** @param folder is made when something is stored */
  constructor(private readonly folder: string) {}

  /** The definitions of a partner; undefined when there are none, or those of another system. */
  async of({ name, prefix, slug, url }: PartnerConfig): Promise<string | undefined> {
    try {
      const stored = JSON.parse(await readFile(this.#path(name), 'utf8')) as Stored;
      const isSame = stored.prefix === prefix && stored.slug === slug && stored.url === url;
      return isSame && typeof stored.sdl === 'string' ? stored.sdl : undefined;
    } catch {
      return undefined;
    }
  }

  /** Stores the definitions of a partner. */
  async store({ name, prefix, slug, url }: PartnerConfig, sdl: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const stored: Stored = { prefix, slug, url, sdl };
    // An interrupted write must not leave half a file.
    await writeFile(`${this.#path(name)}.new`, JSON.stringify(stored));
    await rename(`${this.#path(name)}.new`, this.#path(name));
  }

  #path(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}
