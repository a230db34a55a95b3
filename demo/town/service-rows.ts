import type { ServicePublic, ServiceStatus, ServiceTheme } from '../../src/features/partners/index.js';

/** Something that a partner offers, by the columns of its table. */
export interface ServiceRow {
  id: string;
  partner_id: string;
  name: string;
  /** An array as PostgreSQL writes it: `{A,B}`. */
  themes: `{${string}}`;
  publics: `{${string}}`;
  capacity: number | null;
  capacity_updated_at: string | null;
  contact: string;
  status: ServiceStatus;
}

/** What is decided of a service; its places and its telephone number are drawn. */
export interface ServiceText {
  readonly name: string;
  readonly themes: readonly ServiceTheme[];
  readonly publics: readonly ServicePublic[];
  /** The most places that it may have free; none where nobody counts them. */
  readonly places?: number;
  readonly status?: ServiceStatus;
}
