import { testSearch } from '../beneficiaries/search.js';

testSearch(40);
