import { z } from 'zod';
import { address } from './values.js';

/** A partner whose own system joins the graph. */
export interface PartnerSystem {
  /** What the names of its types and fields begin with. */
  readonly prefix: string;
  /** The slug of the partner. */
  readonly partner: string;
  /** The address of its GraphQL service; undefined when the hub itself asks it for nothing. */
  readonly url?: string | undefined;
}

const system = z.strictObject({
  prefix: z.string().regex(/^[a-z]{2,12}$/),
  partner: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  url: address('https', 'http').optional(),
});

/** The most systems that the hub asks for figures: as many as a count of distinct persons takes. */
export const mostAsked = 7;

const sentences: Readonly<Record<string, string>> = {
  prefix: 'must give each partner a prefix of 2 to 12 lower-case letters',
  partner: 'must name each partner by its slug, such as france-travail',
  url: 'must have addresses that begin with https:// or http://',
};

/** A list in JSON of the partners whose own systems join the graph. */
export const partnerSystems = z.string().transform((text, context): readonly PartnerSystem[] => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const parsed = z.array(system).safeParse(jsonIn(text));
  if (!parsed.success) {
    const sentence = sentences[String(parsed.error.issues[0]?.path[1])];
    return refuse(sentence ?? 'must be a list in JSON, such as [{"prefix":"ft","partner":"france-travail"}]');
  }
  const systems = parsed.data;
  if (systems.filter(({ url }) => url).length > mostAsked)
    return refuse(`must give an address to at most ${mostAsked} partners`);
  for (const key of ['prefix', 'partner'] as const) {
    if (new Set(systems.map((it) => it[key])).size < systems.length)
      return refuse(`must name each ${key} once`);
  }
  return systems;
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
