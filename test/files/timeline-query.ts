const items = ['Appointment', 'Attendance', 'Barrier', 'ClauseContract', 'Note']
  .concat(['Objective', 'Outcome', 'Pathway', 'Referral', 'Sharing', 'Step'])
  .map((type) => `... on ${type} { id }`)
  .join(' ');

/** A page of the timeline of a person, with the id of each object. */
export const timeline = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $kinds: [TimelineKind!]) {
  beneficiary(id: $id) { timeline(first: $first, after: $after, last: $last, before: $before, kinds: $kinds) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id at dayOnly kind partner { id } item { __typename ${items} } } } } } }`;
