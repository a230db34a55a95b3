import { remembering } from '../../hub/remembering.js';
import { noSearch } from './filters.js';

/** What is searched among persons. */
export const useRememberedSearch = remembering(noSearch);
