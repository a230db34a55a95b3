import { testPagination } from './pagination.js';

testPagination(5);
