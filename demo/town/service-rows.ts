import type { ServicePublic, ServiceStatus, ServiceTheme } from '../../src/features/partners/index.js';

/** Row type of a service. */
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

/** The fixed data of a service; its free places and its telephone number are random. */
export interface ServiceText {
  readonly name: string;
  readonly themes: readonly ServiceTheme[];
  readonly publics: readonly ServicePublic[];
  /** Maximum number of free places; absent if the partner does not count them. */
  readonly places?: number;
  readonly status?: ServiceStatus;
}
