import { testSearch } from './search.js';

testSearch(8);
