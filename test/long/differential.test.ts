import { generatedQueriesAgree } from '../graphql/differential.js';

generatedQueriesAgree(1000);
