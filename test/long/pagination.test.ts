import { testPagination } from '../graphql/pagination.js';

testPagination(Number.POSITIVE_INFINITY);
