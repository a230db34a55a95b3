import { hiddenRowsMakeNull } from '../graphql/non-null.js';

hiddenRowsMakeNull(500);
